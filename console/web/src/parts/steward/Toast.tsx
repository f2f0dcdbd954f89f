import { ActionIcon, Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconClockPause, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../steward/keys';
import { tellDecision, useLastDecision } from '../../steward/lastDecision';
import { Refused } from './Refused';
import { useUndoLast } from './undoLast';

/** Says what was decided last, and takes it back at once: by the button, or by the key Z wherever this stands. */
export function Toast() {
  const { t } = useTranslation();
  const last = useLastDecision();
  const [fault, setFault] = useState<unknown>(null);
  const undo = useUndoLast(setFault);
  useKeys({ z: undo }, last !== null);
  return (
    <div className="toastPlace" role="status">
      {fault ? <Refused fault={fault} /> : null}
      {last ? (
        <div className="toast">
          {last.state === 'AWAITING_APPROVAL' ? <IconClockPause aria-hidden /> : <IconCircleCheck aria-hidden />}
          <div>
            <strong>{last.several ? t('steward.toast.several', last.several) : t(`steward.toast.${last.said}`)}</strong>
            {last.state === 'AWAITING_APPROVAL' ? <div className="small">{t('steward.toast.awaits')}</div> : null}
          </div>
          {last.decisions.length > 0 || last.said === 'DEFER' ? (
            <Button
              size="compact-sm"
              variant="white"
              leftSection={<IconArrowBackUp size={16} aria-hidden />}
              onClick={undo}
            >
              {t('steward.undo.now')} <kbd>Z</kbd>
            </Button>
          ) : null}
          <ActionIcon
            variant="transparent"
            c="inherit"
            aria-label={t('steward.toast.close')}
            onClick={() => tellDecision(null)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ) : null}
    </div>
  );
}
