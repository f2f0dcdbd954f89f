import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../api';

function sentence(fault: unknown): { key: string; status: number } {
  if (!(fault instanceof CallFailed)) return { key: 'error.other', status: 0 };
  const byStatus: Record<number, string> = {
    0: 'error.unreachable',
    403: 'error.notAllowed',
    404: 'error.notFound',
    410: 'error.gone',
    503: 'error.unavailable',
  };
  return { key: byStatus[fault.status] ?? 'error.other', status: fault.status };
}

/** Says what could not be loaded, in the reader's words, with a way to try again where that may help. */
export function Failure({ fault, retry }: { fault: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { key, status } = sentence(fault);
  const final = status === 403 || status === 404 || status === 410;
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={t('error.title')}>
      {t(key, { status })}
      {retry && !final ? (
        <div style={{ marginTop: '0.75rem' }}>
          <Button size="xs" variant="default" onClick={retry}>
            {t('error.retry')}
          </Button>
        </div>
      ) : null}
    </Alert>
  );
}
