import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Decision, type DecisionState, steward } from '../../api/steward';
import { time } from '../../format';
import { useMay } from '../../session';
import { tellDecision } from '../../steward/lastDecision';
import { Tag, type Tone } from '../Tags';
import { ReasonDialog } from './ReasonDialog';

const TONES: Record<DecisionState, Tone> = {
  AWAITING_APPROVAL: 'warn',
  IN_FORCE: 'good',
  UNDONE: 'plain',
  DISCARDED: 'plain',
};

/**
 * Decisions, each with what was said and by whom; what stands can be taken back.
 *
 * @param alone on the page of one decision, which leads to itself no more
 */
export function Decisions({ decisions, alone = false }: { decisions: Decision[]; alone?: boolean }) {
  return (
    <ul className="notes">
      {decisions.map((decision) => (
        <li key={decision.id} className="decisionLine">
          <DecisionLine decision={decision} alone={alone} />
        </li>
      ))}
    </ul>
  );
}

function DecisionLine({ decision, alone }: { decision: Decision; alone: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="hitTitle">
        <strong>{t(`steward.decided.${decision.kind}`)}</strong>
        {decision.attribute ? <span>({t(`steward.pinned.${decision.attribute}`)})</span> : null}
        <Tag tone={TONES[decision.state]}>{t(`steward.decisionState.${decision.state}`)}</Tag>
        <span className="quiet small">
          {t('steward.decision.by', { number: decision.id, author: decision.author, time: time(decision.decidedAt) })}
          {decision.approvedBy === null ? '' : ` · ${t('steward.decision.approvedBy', { name: decision.approvedBy })}`}
        </span>
      </span>
      <p className="quote" lang="vi">
        {decision.reason}
      </p>
      <span className="titleButtons">
        <UndoButton decision={decision} />
        {alone ? null : <ToDecision id={decision.id} words="steward.decision.one" />}
        {decision.undoes === null ? null : <ToDecision id={decision.undoes} words="steward.decision.undoes" />}
        {decision.settledBy === null ? null : <ToDecision id={decision.settledBy} words="steward.decision.settledBy" />}
        {decision.taskId === null ? null : (
          <Link to="/tasks/$id" params={{ id: String(decision.taskId) }} className="small">
            {t('steward.task.number', { id: decision.taskId })}
          </Link>
        )}
      </span>
    </>
  );
}

function ToDecision({ id, words }: { id: number; words: string }) {
  const { t } = useTranslation();
  return (
    <Link to="/decisions/$id" params={{ id: String(id) }} className="small">
      {t(words, { number: id })}
    </Link>
  );
}

/** Takes a decision back, whatever was decided since; of one that waits it is the refusal. */
export function UndoButton({ decision, refuse = false }: { decision: Decision; refuse?: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const may = useMay('POST /api/v1/decisions/{id}/undo');
  const [asking, setAsking] = useState(false);
  if (!may || decision.state === 'UNDONE' || decision.state === 'DISCARDED') return null;
  const words = t(refuse ? 'steward.approval.refuse' : 'steward.undo.now');
  return (
    <>
      <Button
        size={refuse ? 'sm' : 'compact-sm'}
        variant="default"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        aria-label={refuse ? `${words} (${decision.id})` : t('steward.undo.of', { id: decision.id })}
        data-refuse={refuse ? true : undefined}
        onClick={() => setAsking(true)}
      >
        {words}
      </Button>
      {asking ? (
        <ReasonDialog
          title={t(refuse ? 'steward.approval.refuseWhy' : 'steward.undo.reasonTitle')}
          act={words}
          danger
          close={() => setAsking(false)}
          about={['undo', decision.id, decision.state]}
          preview={refuse ? undefined : () => steward.undo(decision.id, t('steward.effect.preview'), true)}
          submit={(reason) => steward.undo(decision.id, reason)}
          done={(ruling) => {
            setAsking(false);
            tellDecision({ said: 'UNDONE', decisions: [], task: null, state: ruling.state, risks: ruling.risks });
            queries.invalidateQueries();
          }}
        />
      ) : null}
    </>
  );
}
