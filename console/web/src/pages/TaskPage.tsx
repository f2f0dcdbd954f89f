import { Alert, Button } from '@mantine/core';
import { IconArrowLeft, IconKeyboard } from '@tabler/icons-react';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, CallFailed, type Person } from '../api';
import { steward, type Task } from '../api/steward';
import { time } from '../format';
import { useLive } from '../live';
import { AtOnce } from '../parts/AtOnce';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { Age } from '../parts/steward/Age';
import { Assign } from '../parts/steward/Assign';
import { Comments } from '../parts/steward/Comments';
import { Comparison } from '../parts/steward/Comparison';
import { type Answer, DecideBar } from '../parts/steward/DecideBar';
import { KeysHelp } from '../parts/steward/KeysHelp';
import { Neighbours } from '../parts/steward/Neighbours';
import { Refused } from '../parts/steward/Refused';
import { Toast } from '../parts/steward/Toast';
import { signed, Weights } from '../parts/steward/Weights';
import { Tag } from '../parts/Tags';
import { useMay, useMe } from '../session';
import { type Change, changesBetween } from '../steward/changes';
import { likelihood } from '../steward/figures';
import { useKeys } from '../steward/keys';
import { passedOver, tellDecision } from '../steward/lastDecision';
import { nextTask, type QueueState, queueParameters, readQueue } from '../steward/queue';
import { useWords } from '../steward/words';
import '../parts/steward/steward.css';

/** A lease is kept for a quarter of an hour and renewed long before. */
const RENEW_EVERY = 5 * 60_000;

export function TaskPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const task = useQuery({ queryKey: ['task', Number(id)], queryFn: ({ signal }) => steward.task(Number(id), signal) });
  return (
    <>
      <AtOnce key={id} rows={10}>
        {task.error ? <TaskFailure fault={task.error} retry={() => task.refetch()} /> : null}
        {task.data ? <OneTask key={id} task={task.data} /> : null}
      </AtOnce>
      <Toast />
    </>
  );
}

function TaskFailure({ fault, retry }: { fault: unknown; retry: () => void }) {
  return fault instanceof CallFailed && (fault.status === 403 || fault.status === 404) ? (
    <Refused fault={fault} />
  ) : (
    <Failure fault={fault} retry={retry} />
  );
}

function isLive(task: Task): boolean {
  return task.state === 'OPEN' || task.state === 'DEFERRED';
}

function OneTask({ task }: { task: Task }) {
  const { t } = useTranslation();
  const me = useMe();
  const account = me?.name ?? '';
  const queries = useQueryClient();
  const navigate = useNavigate();
  const queue: QueueState = readQueue(useSearch({ strict: false }));
  const mayAssign = useMay('POST /api/v1/review-tasks/{id}/assign');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [help, setHelp] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const [changes, setChanges] = useState<Change[]>([]);
  const seen = useRef(task);
  const others = useLease(task, account, (found) => {
    queries.setQueryData(['task', task.id], found);
    seen.current = found;
  });
  const people = usePeople(task);

  const next = useCallback(async () => {
    passedOver.add(task.id);
    const page = await steward.tasks({ ...queueParameters(queue, account, null), size: '100' }).catch(() => null);
    const found = page && nextTask(page.items, task.id, passedOver, account, Date.now());
    if (found) await navigate({ to: '/tasks/$id', params: { id: String(found.id) }, search: queue as never });
    else await navigate({ to: '/tasks', search: queue as never });
  }, [task.id, queue, account, navigate]);

  /** Passed over: it is anybody's again. */
  async function passOver() {
    if (task.lease?.holder === account && task.state === 'OPEN') {
      await steward
        .answer(task.id, { version: task.version, decision: 'SKIP', reason: t('steward.decide.skipped') })
        .catch(() => null);
    }
    await next();
  }

  function refused(why: unknown) {
    setAnswer(null);
    setFault(why);
    const now = why instanceof CallFailed ? (why.problem?.task as Task | undefined) : undefined;
    if (now && typeof now === 'object') {
      setChanges(changesBetween(seen.current, now));
      seen.current = now;
      queries.setQueryData(['task', task.id], now);
    }
  }

  // Somebody else may answer it, or its people may change, while it is looked at.
  useLive((event) => {
    if (event.kind === 'person') return;
    steward.task(task.id).then(
      (now) => {
        if (now.version !== seen.current.version) {
          setAnswer(null);
          setChanges(changesBetween(seen.current, now));
        }
        seen.current = now;
        queries.setQueryData(['task', task.id], now);
      },
      () => null,
    );
  });

  const live = isLive(task) && !others;
  const choose = (wanted: Answer) => live && setAnswer(wanted);
  useKeys({
    s: () => choose('SAME'),
    d: () => choose('DIFFERENT'),
    u: () => choose('DEFER'),
    n: passOver,
    q: () => navigate({ to: '/tasks', search: queue as never }),
    c: () => document.getElementById('comment')?.focus(),
    '?': () => setHelp(true),
    Escape: () => setAnswer(null),
  });

  const together = task.records.length === 2 && task.records[0]?.masterId === task.records[1]?.masterId;
  const records = together
    ? (task.records[0]?.recordsOfPerson ?? 0)
    : task.records.reduce((sum, record) => sum + record.recordsOfPerson, 0);
  return (
    <div className="taskPage">
      <div className="titleRow">
        <div>
          <PageTitle title={t('steward.task.number', { id: task.id })}>
            {t(`steward.question.${together ? 'together' : 'apart'}`)}
          </PageTitle>
          <p className="facts" style={{ margin: 0 }}>
            <span>{t(`steward.kind.${task.kind}`)}</span>
            <span className="quiet">
              {t('steward.task.number', { id: task.id })} · {t('steward.queue.priority')} {task.priority} ·{' '}
              <Age since={task.openedAt} />
            </span>
            {task.centres.length > 0 ? (
              <span className="quiet">{task.centres.map((centre) => t(`centre.${centre}`)).join(', ')}</span>
            ) : null}
            <Standing task={task} account={account} others={others} />
          </p>
        </div>
        <div className="titleButtons">
          {mayAssign && isLive(task) ? <Assign task={task} refused={refused} /> : null}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconKeyboard size={16} aria-hidden />}
            onClick={() => setHelp(true)}
          >
            {t('steward.keys.open')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            onClick={() => navigate({ to: '/tasks', search: queue as never })}
          >
            {t('steward.task.back')}
          </Button>
        </div>
      </div>
      <p className="small why">{t(`steward.kindHint.${task.kind}`)}</p>

      {fault ? (
        <Refused fault={fault}>
          <Changes changes={changes} />
        </Refused>
      ) : changes.length > 0 ? (
        <Alert role="status" variant="light" color="yellow" mb="md" title={t('steward.changed.title')}>
          <Changes changes={changes} />
        </Alert>
      ) : null}
      {task.state === 'CLOSED' && task.closedBecause ? (
        <Alert variant="light" color="gray" mb="md">
          {t(`steward.closed.${task.closedBecause}`)}
        </Alert>
      ) : null}

      <div className="taskLayout">
        <section className="surface section" aria-labelledby="comparison">
          <h2 id="comparison">{t('steward.task.comparison')}</h2>
          <Comparison records={task.records} people={people} />
        </section>
        <section className="surface section" aria-labelledby="evidence">
          <h2 id="evidence">{t('steward.task.evidence')}</h2>
          <p className="verdict">
            <Verdict task={task} />
          </p>
          <Weights parts={task.evidence.parts} caption={t('steward.task.evidence')} />
        </section>
      </div>
      {records > 2 ? <Neighbours task={task} /> : null}
      <Comments task={task} />

      <DecideBar
        task={task}
        live={live}
        answer={answer}
        choose={setAnswer}
        decided={async (told) => {
          // Told once the next page is there: who takes it back at once is then led back, and nothing leads away again.
          tellDecision(null);
          queries.invalidateQueries({ queryKey: ['tasks'], refetchType: 'none' });
          queries.invalidateQueries({ queryKey: ['person'], refetchType: 'none' });
          queries.invalidateQueries({ queryKey: ['reasons'] });
          await next();
          queries.removeQueries({ queryKey: ['task', task.id] });
          tellDecision(told);
        }}
        refused={refused}
        passOver={passOver}
      />
      <KeysHelp opened={help} close={() => setHelp(false)} />
    </div>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  const words = (what: Change['what'], value: string) => (what === 'state' ? t(`steward.taskState.${value}`) : value);
  return changes.length === 0 ? null : (
    <ul className="changes">
      {changes.map(({ what, from, to }) => (
        <li key={what + to}>{t(`steward.changed.${what}`, { from: words(what, from), to: words(what, to) })}</li>
      ))}
    </ul>
  );
}

/** How likely it is one person, or why it never can be. */
function Verdict({ task }: { task: Task }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { evidence } = task;
  if (evidence.parts.length === 0) return t('steward.task.noEvidence');
  if (evidence.forbidden) return words(evidence.forbidden);
  return t('steward.task.verdict', {
    percent: likelihood(evidence.matchProbability, i18n.language),
    bits: signed(evidence.matchWeight, i18n.language),
  });
}

function Standing({ task, account, others }: { task: Task; account: string; others: string | null }) {
  const { t } = useTranslation();
  if (task.state !== 'OPEN') {
    return (
      <Tag tone={task.state === 'DECIDED' ? 'good' : 'warn'}>
        {t(`steward.taskState.${task.state}`)}
        {task.state === 'DEFERRED' && task.deferredUntil
          ? ` ${t('steward.task.until', { time: time(task.deferredUntil) })}`
          : ''}
      </Tag>
    );
  }
  if (others) return <Tag tone="warn">{t('steward.task.keptFor', { holder: others })}</Tag>;
  if (task.lease?.holder === account) {
    return <Tag tone="good">{t('steward.task.mineUntil', { time: time(task.lease.until).slice(11) })}</Tag>;
  }
  return null;
}

/** Keeps the task for this account while the page is looked at; answers who else has it, if anybody. */
function useLease(task: Task, account: string, found: (task: Task) => void): string | null {
  const present = useRef(found);
  present.current = found;
  const [refusedFor, setRefusedFor] = useState<string | null>(null);
  const leased = task.lease && Date.parse(task.lease.until) > Date.now() ? task.lease.holder : null;
  const others =
    leased && leased !== account ? leased : task.assignedTo && task.assignedTo !== account ? task.assignedTo : null;
  const wanted = task.state === 'OPEN' && account !== '' && others === null;
  const { id } = task;
  useEffect(() => {
    if (!wanted) return;
    const claim = () => {
      if (document.hidden) return;
      steward.claim(id).then(
        (claimed) => present.current(claimed),
        (fault) => {
          const now = fault instanceof CallFailed ? (fault.problem?.task as Task | undefined) : undefined;
          if (now && typeof now === 'object') {
            setRefusedFor(now.assignedTo ?? now.lease?.holder ?? null);
            present.current(now);
          }
        },
      );
    };
    claim();
    const timer = window.setInterval(claim, RENEW_EVERY);
    return () => window.clearInterval(timer);
  }, [id, wanted]);
  return others ?? (refusedFor !== account ? refusedFor : null);
}

/** Both people with all their records, as far as the reader may see them. */
function usePeople(task: Task): (Person | undefined)[] {
  return useQueries({
    queries: task.records.map(({ masterId }) => ({
      queryKey: ['person', masterId],
      queryFn: ({ signal }: { signal: AbortSignal }) => api.person(masterId ?? '', signal),
      enabled: masterId !== null,
      staleTime: 30_000,
      retry: (failures: number, fault: unknown) => failures < 1 && !(fault instanceof CallFailed),
    })),
    combine: (people) => people.map((person) => person.data),
  });
}
