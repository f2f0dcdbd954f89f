import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../../api';
import type { SearchState } from '../../searchState';
import { Failure } from '../Failure';

const MASTER_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Search is away: records still open, from the hub. Other faults are told as everywhere. */
export function SearchFault({ fault, state, retry }: { fault: Error; state: SearchState; retry: () => void }) {
  const { t } = useTranslation();
  if (!(fault instanceof CallFailed) || fault.status !== 503) return <Failure fault={fault} retry={retry} />;
  const id = MASTER_ID.exec(state.q ?? '')?.[0];
  return (
    <Alert
      role="alert"
      color="yellow"
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('desk.awayTitle')}
    >
      {t('desk.away')}
      <div style={{ marginTop: '0.75rem', display: 'flex', gap: '0.75rem', alignItems: 'center' }}>
        <Button size="xs" variant="default" onClick={retry}>
          {t('error.retry')}
        </Button>
        {id ? (
          <Link to="/people/$id" params={{ id }} className="plainLink">
            {t('desk.openById')}
          </Link>
        ) : null}
      </div>
    </Alert>
  );
}
