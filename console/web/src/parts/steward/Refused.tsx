import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../../api';

/** The words for why something could not be decided; the service's own only where it knows better than we. */
function sentence(fault: unknown): string {
  if (!(fault instanceof CallFailed)) return 'steward.refused.other';
  const type = String(fault.problem?.type ?? '').replace('urn:unified-hotline:problem:', '');
  if (fault.status === 403)
    return type === 'own-decision'
      ? 'steward.refused.own'
      : type === 'out-of-scope'
        ? 'steward.refused.clearance'
        : 'steward.refused.role';
  if (fault.status === 409) {
    if (fault.problem?.masterId) return 'steward.refused.merged';
    return fault.problem?.decision ? 'steward.refused.decisionStands' : 'steward.refused.taskStands';
  }
  const byStatus: Record<number, string> = {
    0: 'error.unreachable',
    400: 'steward.refused.senseless',
    404: 'steward.refused.unknown',
    410: 'error.gone',
    503: 'steward.refused.busy',
  };
  return byStatus[fault.status] ?? 'steward.refused.other';
}

/** Says in words why a decision was refused. */
export function Refused({ fault, children }: { fault: unknown; children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('steward.refused.title')}
    >
      {t(sentence(fault))}
      {children}
    </Alert>
  );
}
