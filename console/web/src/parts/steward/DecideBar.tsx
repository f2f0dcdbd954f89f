import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { steward, type Task } from '../../api/steward';
import type { LastDecision } from '../../steward/lastDecision';
import { offered, reasonOf } from '../../steward/reasons';
import { useWords } from '../../steward/words';
import { Alike } from './Alike';
import { EffectOf } from './Effect';

export type Answer = 'SAME' | 'DIFFERENT' | 'DEFER';

const DAY = 86_400_000;
const USUAL: Record<Answer, string[]> = {
  SAME: ['steward.reason.samePerson', 'steward.reason.confirmedByCentre'],
  DIFFERENT: ['steward.reason.namesakes', 'steward.reason.relatives', 'steward.reason.confirmedByCentre'],
  DEFER: ['steward.reason.askCentre', 'steward.reason.moreRecords', 'steward.reason.askSupervisor'],
};

interface Props {
  task: Task;
  live: boolean;
  answer: Answer | null;
  choose: (answer: Answer | null) => void;
  decided: (told: LastDecision) => void;
  refused: (fault: unknown) => void;
  passOver: () => void;
}

/** The answers at the foot of the page; one that is chosen asks for its reason and shows what it would change. */
export function DecideBar(props: Props) {
  const { t } = useTranslation();
  const { answer, choose, live } = props;
  return (
    <section className="decideBar" aria-label={t('steward.decide.label')}>
      {answer ? (
        <GiveReason key={answer} {...props} answer={answer} />
      ) : (
        <div className="decideButtons">
          <Button disabled={!live} color="teal.9" onClick={() => choose('SAME')}>
            <kbd>S</kbd> {t('steward.decide.SAME')}
          </Button>
          <Button disabled={!live} color="red.9" onClick={() => choose('DIFFERENT')}>
            <kbd>D</kbd> {t('steward.decide.DIFFERENT')}
          </Button>
          <Button disabled={!live} variant="default" onClick={() => choose('DEFER')}>
            <kbd>U</kbd> {t('steward.decide.DEFER')}
          </Button>
          <Button variant="default" onClick={props.passOver}>
            <kbd>N</kbd> {t('steward.decide.next')}
          </Button>
        </div>
      )}
    </section>
  );
}

function GiveReason({ task, answer, choose, decided, refused }: Props & { answer: Answer }) {
  const { t } = useTranslation();
  const words = useWords();
  const reasons = useQuery({
    queryKey: ['reasons'],
    queryFn: ({ signal }) => steward.reasons(signal),
    staleTime: 60_000,
  });
  const fromEvidence = answer === 'DEFER' ? '' : reasonOf(task.evidence.parts, answer === 'SAME', words);
  const all = offered(
    fromEvidence,
    reasons.data ?? [],
    USUAL[answer].map((key) => t(key)),
  );
  const [reason, setReason] = useState(all[0] ?? '');
  const [until, setUntil] = useState('7');
  const [others, setOthers] = useState<Task[]>([]);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  const preview = useQuery({
    queryKey: ['preview', task.id, task.version, answer],
    queryFn: () =>
      steward.answer(
        task.id,
        { version: task.version, decision: answer as 'SAME' | 'DIFFERENT', reason: t('steward.effect.preview') },
        true,
      ),
    enabled: answer !== 'DEFER',
    gcTime: 0,
    retry: false,
  });

  const decide = useMutation({
    mutationFn: async (): Promise<LastDecision> => {
      const words = reason.trim();
      if (answer !== 'DEFER' && others.length > 0) return answerAll([task, ...others], answer, words);
      const made = await steward.answer(task.id, {
        version: task.version,
        decision: answer,
        reason: words,
        ...(answer === 'DEFER' ? { until: new Date(Date.now() + Number(until) * DAY).toISOString() } : {}),
      });
      return {
        said: answer,
        decisions: made.decisionId === null ? [] : [made.decisionId],
        task: task.id,
        state: made.state,
        risks: made.risks,
      };
    },
    onSuccess: decided,
    onError: refused,
  });

  function typed(event: React.KeyboardEvent) {
    if (event.key === 'Escape') choose(null);
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (reason.trim() !== '' && !decide.isPending) decide.mutate();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const at = all.indexOf(reason) + (event.key === 'ArrowDown' ? 1 : -1);
      setReason(all[(at + all.length) % all.length] ?? reason);
    }
  }

  return (
    <div className="giveReason">
      <div className="reasonSide">
        <Textarea
          ref={box}
          label={t('steward.decide.reasonOf', { answer: t(`steward.decide.${answer}`) })}
          description={t('steward.decide.reasonKeys')}
          autosize
          minRows={1}
          maxRows={4}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={typed}
        />
        <div className="offers">
          {all.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === reason}
              onClick={() => {
                setReason(one);
                box.current?.focus();
              }}
            >
              {one}
            </button>
          ))}
        </div>
        {answer === 'DEFER' ? (
          <NativeSelect
            label={t('steward.decide.until')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
            data={['1', '7', '30'].map((days) => ({ value: days, label: t(`steward.decide.days.${days}`) }))}
          />
        ) : null}
        <div className="decideButtons">
          <Button
            loading={decide.isPending}
            disabled={reason.trim() === ''}
            color={answer === 'SAME' ? 'teal.9' : answer === 'DIFFERENT' ? 'red.9' : undefined}
            onClick={() => decide.mutate()}
          >
            {others.length > 0
              ? t('steward.decide.confirmAll', { count: others.length + 1 })
              : t('steward.decide.confirm')}{' '}
            <kbd>Enter</kbd>
          </Button>
          <Button variant="default" onClick={() => choose(null)}>
            {t('steward.decide.cancel')} <kbd>Esc</kbd>
          </Button>
        </div>
      </div>
      {answer === 'DEFER' ? null : (
        <div className="effectSide" aria-live="polite">
          <strong className="small">{t('steward.effect.title')}</strong>
          {preview.isPending ? <p className="quiet small">{t('loading')}</p> : null}
          {preview.error ? <p className="quiet small">{t('steward.effect.unknown')}</p> : null}
          {preview.data ? <EffectOf ruling={preview.data} /> : null}
          <Alike task={task} chosen={others} choose={setOthers} />
        </div>
      )}
    </div>
  );
}

async function answerAll(tasks: Task[], decision: 'SAME' | 'DIFFERENT', reason: string): Promise<LastDecision> {
  const { items } = await steward.answerAll({
    tasks: tasks.map(({ id, version }) => ({ id, version })),
    decision,
    reason,
  });
  const waiting = items.filter((item) => item.state === 'AWAITING_APPROVAL').length;
  const decided = items.filter((item) => item.state === 'IN_FORCE').length;
  return {
    said: decision,
    decisions: items.flatMap((item) => (item.decisionId === null ? [] : [item.decisionId])),
    task: tasks[0]?.id ?? null,
    state: decided === 0 && waiting > 0 ? 'AWAITING_APPROVAL' : 'IN_FORCE',
    risks: [],
    several: { decided, waiting, refused: items.length - decided - waiting },
  };
}
