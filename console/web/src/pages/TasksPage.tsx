import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconArrowRight, IconKeyboard } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { steward, type Task } from '../api/steward';
import { count, time } from '../format';
import { useLive } from '../live';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { Age } from '../parts/steward/Age';
import { Toast } from '../parts/steward/Toast';
import { Tag } from '../parts/Tags';
import { useMe } from '../session';
import { moveFocus, useKeys } from '../steward/keys';
import { nextTask, type QueueState, queueParameters, readQueue } from '../steward/queue';
import '../parts/steward/steward.css';
import { CENTRES, TASK_KINDS, TASK_STATES } from '../steward/kinds';

/** Ages grow and leases end without anybody telling. */
const EVERY = 60_000;

/** What waits for stewards: the most urgent first, filtered, opened by keyboard. */
export function TasksPage() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const account = me?.name ?? '';
  const navigate = useNavigate();
  const queue = readQueue(useSearch({ strict: false }));
  const tasks = useInfiniteQuery({
    queryKey: ['tasks', queue],
    queryFn: ({ pageParam, signal }) => steward.tasks(queueParameters(queue, account, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: account !== '',
    refetchInterval: EVERY,
    placeholderData: (before) => before,
  });
  useLive((event) => {
    if (event.kind !== 'person') tasks.refetch();
  });
  const first = tasks.data?.pages[0];
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const begin = nextTask(items, 0, new Set(), account, Date.now());

  const filter = (change: QueueState) =>
    navigate({ to: '/tasks', search: readQueue({ ...queue, ...change }) as never, replace: true });
  const open = (task: Task | undefined) =>
    task && navigate({ to: '/tasks/$id', params: { id: String(task.id) }, search: queue as never });
  useKeys({
    j: () => moveFocus('[data-task]', 1),
    k: () => moveFocus('[data-task]', -1),
    ArrowDown: () => moveFocus('[data-task]', 1),
    ArrowUp: () => moveFocus('[data-task]', -1),
    b: () => open(items.find((task) => task.id === begin?.id)),
  });

  return (
    <>
      <div className="titleRow">
        <div>
          <PageTitle title={t('steward.queue.title')} />
          <p className="quiet" style={{ margin: 0 }}>
            {t('steward.queue.lead')}
          </p>
        </div>
        <Button
          disabled={!begin}
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => open(items.find((task) => task.id === begin?.id))}
        >
          {t('steward.queue.begin')} <kbd>B</kbd>
        </Button>
      </div>

      <fieldset className="kinds" aria-label={t('steward.queue.kind')}>
        <KindButton
          chosen={!queue.kind}
          text={t('steward.queue.allKinds')}
          tasks={sum(first?.counts)}
          choose={() => filter({ kind: '' })}
        />
        {TASK_KINDS.filter((kind) => (first?.counts[kind] ?? 0) > 0 || queue.kind === kind).map((kind) => (
          <KindButton
            key={kind}
            chosen={queue.kind === kind}
            text={t(`steward.kind.${kind}`)}
            tasks={first?.counts[kind] ?? 0}
            choose={() => filter({ kind })}
          />
        ))}
      </fieldset>
      <div className="filterRow">
        <NativeSelect
          label={t('steward.queue.state')}
          value={queue.state ?? 'OPEN'}
          onChange={(event) => filter({ state: event.currentTarget.value })}
          data={TASK_STATES.map((state) => ({ value: state, label: t(`steward.taskState.${state}`) }))}
        />
        <NativeSelect
          label={t('steward.queue.centre')}
          value={queue.centre ?? ''}
          onChange={(event) => filter({ centre: event.currentTarget.value })}
          data={[
            { value: '', label: t('steward.queue.allCentres') },
            ...CENTRES.map((centre) => ({ value: centre, label: t(`centre.${centre}`) })),
          ]}
        />
        <Checkbox
          label={t('steward.queue.mine')}
          checked={queue.mine === 'yes'}
          onChange={(event) => filter({ mine: event.currentTarget.checked ? 'yes' : undefined })}
        />
        <p className="quiet small hint">
          <IconKeyboard size={16} aria-hidden /> {t('steward.queue.keys')}
        </p>
      </div>

      {tasks.error ? <Failure fault={tasks.error} retry={() => tasks.refetch()} /> : null}
      {tasks.isPending ? <div className="surface queueWaiting" role="status" aria-label={t('loading')} /> : null}
      {first && items.length === 0 ? (
        <div className="surface empty">
          <strong>{t('steward.queue.none')}</strong>
          <p className="quiet">{t('steward.queue.noneHint')}</p>
        </div>
      ) : null}
      {items.length > 0 ? (
        <>
          <p className="quiet small" role="status">
            {t('steward.queue.found', { count: first?.total ?? 0, number: count(first?.total ?? 0, i18n.language) })}
          </p>
          <ul className="surface hits" aria-busy={tasks.isFetching && tasks.isPlaceholderData}>
            {items.map((task) => (
              <li key={task.id}>
                <Waiting task={task} queue={queue} account={account} />
              </li>
            ))}
          </ul>
          {tasks.hasNextPage ? (
            <Button mt="md" variant="default" loading={tasks.isFetchingNextPage} onClick={() => tasks.fetchNextPage()}>
              {t('steward.queue.more')}
            </Button>
          ) : null}
        </>
      ) : null}
      <Toast />
    </>
  );
}

function sum(counts: Record<string, number> | undefined): number {
  return Object.values(counts ?? {}).reduce((all, some) => all + some, 0);
}

function KindButton(props: { chosen: boolean; text: string; tasks: number; choose: () => void }) {
  const { i18n } = useTranslation();
  return (
    <button type="button" className="chip" aria-pressed={props.chosen} onClick={props.choose}>
      {props.text} <span className="number">{count(props.tasks, i18n.language)}</span>
    </button>
  );
}

function Waiting({ task, queue, account }: { task: Task; queue: QueueState; account: string }) {
  const { t } = useTranslation();
  const names = task.records.map((record) => record.person.names[0]?.display ?? t('search.noName'));
  const held = task.lease && Date.parse(task.lease.until) > Date.now() ? task.lease.holder : null;
  return (
    <Link
      to="/tasks/$id"
      params={{ id: String(task.id) }}
      search={queue as never}
      className="hit taskRow"
      data-task={task.id}
    >
      <span>
        <span className="hitTitle">
          <span className="hitName" lang="vi">
            {names.join(' — ')}
          </span>
        </span>
        <span className="facts">
          <span>{t(`steward.kind.${task.kind}`)}</span>
          <span className="quiet">{task.centres.map((centre) => t(`centre.${centre}`)).join(', ')}</span>
          {held ? (
            <Tag tone={held === account ? 'good' : 'warn'}>
              {held === account ? t('steward.queue.heldByMe') : t('steward.queue.heldBy', { holder: held })}
            </Tag>
          ) : null}
          {task.state === 'DEFERRED' && task.deferredUntil ? (
            <Tag tone="warn">{t('steward.task.until', { time: time(task.deferredUntil) })}</Tag>
          ) : null}
          {task.assignedTo ? <Tag>{t('steward.queue.assignedTo', { to: task.assignedTo })}</Tag> : null}
        </span>
      </span>
      <span className="taskFigures">
        <span title={t('steward.queue.priorityHint')}>
          <span className="quiet">{t('steward.queue.priority')}</span> <strong>{task.priority}</strong>
        </span>
        <span className="quiet small">
          <Age since={task.openedAt} />
        </span>
      </span>
    </Link>
  );
}
