import { Button } from '@mantine/core';
import { IconCheck, IconKeyboard } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallFailed } from '../api';
import { type Decision, steward } from '../api/steward';
import { recordName } from '../format';
import { useLive } from '../live';
import { AtOnce } from '../parts/AtOnce';
import { Empty } from '../parts/Empty';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { Age } from '../parts/steward/Age';
import { Decisions, UndoButton } from '../parts/steward/Decisions';
import { EffectOf } from '../parts/steward/Effect';
import { Refused } from '../parts/steward/Refused';
import { Toast } from '../parts/steward/Toast';
import { SourceTag } from '../parts/Tags';
import { useMe } from '../session';
import { moveFocus, useKeys } from '../steward/keys';
import { tellDecision } from '../steward/lastDecision';
import '../parts/steward/steward.css';

const EVERY = 60_000;

/** What waits for a second pair of eyes, and what was decided lately. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const waiting = useQuery({
    queryKey: ['decisions', 'waiting'],
    queryFn: ({ signal }) => steward.decisions({ state: 'AWAITING_APPROVAL', size: '100' }, signal),
    refetchInterval: EVERY,
  });
  const latest = useQuery({
    queryKey: ['decisions', 'latest'],
    queryFn: ({ signal }) => steward.decisions({ size: '30' }, signal),
    refetchInterval: EVERY,
  });
  const decided = latest.data?.filter((decision) => decision.state !== 'AWAITING_APPROVAL');
  const queries = useQueryClient();
  useLive((event) => {
    if (event.kind !== 'person') queries.invalidateQueries({ queryKey: ['decisions'] });
  });
  const inFocused = (selector: string) =>
    document.activeElement?.closest('[data-decision]')?.querySelector<HTMLElement>(selector)?.click();
  useKeys({
    j: () => moveFocus('[data-decision]', 1),
    k: () => moveFocus('[data-decision]', -1),
    ArrowDown: () => moveFocus('[data-decision]', 1),
    ArrowUp: () => moveFocus('[data-decision]', -1),
    a: () => inFocused('[data-approve]'),
    x: () => inFocused('[data-refuse]'),
  });
  return (
    <>
      <div className="titleRow">
        <div>
          <PageTitle title={t('steward.approval.title')} />
          <p className="quiet" style={{ margin: 0 }}>
            {t('steward.approval.lead')}
          </p>
        </div>
        <p className="quiet small hint wideOnly">
          <IconKeyboard size={16} aria-hidden /> {t('steward.approval.keys')}
        </p>
      </div>
      <AtOnce>
        {waiting.error ? <Failure fault={waiting.error} retry={() => waiting.refetch()} /> : null}
        {waiting.isPending ? <Loading /> : null}
        {waiting.data?.length === 0 ? <Empty title={t('steward.approval.none')} /> : null}
        {waiting.data?.map((decision, at) => (
          <OneWaiting key={decision.id} decision={decision} open={at === 0} />
        ))}
        <section className="surface section" aria-labelledby="latest" style={{ marginTop: '1.5rem' }}>
          <h2 id="latest">{t('steward.approval.latest')}</h2>
          {latest.error ? <Failure fault={latest.error} retry={() => latest.refetch()} /> : null}
          {latest.isPending ? <Loading rows={3} /> : null}
          {decided?.length === 0 ? <Empty title={t('steward.decision.none')} /> : null}
          {decided ? <Decisions decisions={decided} /> : null}
        </section>
      </AtOnce>
      <Toast />
    </>
  );
}

function OneWaiting({ decision, open }: { decision: Decision; open: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const [shown, setShown] = useState(open);
  const own = decision.author === me?.name;
  const preview = useQuery({
    queryKey: ['preview', 'approve', decision.id, decision.records.length, decision.risks.length],
    queryFn: () => steward.approve(decision.id, true),
    enabled: shown && !own,
    gcTime: 0,
    retry: false,
  });
  const approve = useMutation({
    mutationFn: () => steward.approve(decision.id),
    onSuccess: (ruling) => {
      tellDecision({ said: 'APPROVED', decisions: [decision.id], task: null, state: ruling.state, risks: [] });
      queries.invalidateQueries();
    },
    // Who has not seen what it is about by now is shown that first.
    onError: (fault) => {
      if (fault instanceof CallFailed && fault.status === 409) queries.invalidateQueries({ queryKey: ['decisions'] });
    },
  });
  const people = [...new Set(decision.records.map((record) => record.masterId))];
  return (
    <article
      className="surface decisionCard"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys j and k move between these
      tabIndex={0}
      data-decision={decision.id}
      aria-labelledby={`d${decision.id}`}
    >
      <div className="hitTitle">
        <h2 id={`d${decision.id}`} style={{ margin: 0, fontSize: '1.05rem' }}>
          {t(`steward.decided.${decision.kind}`)}
        </h2>
        <span className="quiet small">
          {t('steward.approval.by', { number: decision.id, author: decision.author })} ·{' '}
          <Age since={decision.decidedAt} />
        </span>
        {decision.taskId === null ? null : (
          <Link to="/tasks/$id" params={{ id: String(decision.taskId) }} className="small">
            {t('steward.task.number', { id: decision.taskId })}
          </Link>
        )}
      </div>
      <p className="quote" lang="vi">
        {decision.reason}
      </p>
      <div className="risks">
        <strong>{t('steward.approval.risks')}</strong>
        <ul>
          {decision.risks.map((risk) => (
            <li key={risk}>{t(`steward.risk.${risk}`)}</li>
          ))}
        </ul>
      </div>
      <p className="small">
        {t('steward.approval.about')}{' '}
        {people.map((masterId) => (
          <span key={masterId} className="aboutPerson">
            <Link to="/people/$id" params={{ id: masterId }}>
              {decision.records
                .filter((record) => record.masterId === masterId)
                .map(recordName)
                .join(', ')}
            </Link>{' '}
            {[...new Set(decision.records.filter((r) => r.masterId === masterId).map((r) => r.source))].map(
              (source) => (
                <SourceTag key={source} source={source} />
              ),
            )}
          </span>
        ))}
      </p>
      {own ? <p className="small ownDecision">{t('steward.approval.own')}</p> : null}
      {shown && !own ? (
        <div aria-live="polite">
          <strong className="small">{t('steward.effect.title')}</strong>
          {preview.isPending ? <p className="quiet small">{t('loading')}</p> : null}
          {preview.error ? <Refused fault={preview.error} /> : null}
          {preview.data ? <EffectOf ruling={{ ...preview.data, risks: [] }} /> : null}
        </div>
      ) : null}
      {approve.error ? <Refused fault={approve.error} /> : null}
      <div className="decideButtons" style={{ marginTop: '0.75rem' }}>
        {own ? null : (
          <Button
            data-approve
            leftSection={<IconCheck size={16} aria-hidden />}
            loading={approve.isPending}
            aria-label={`${t('steward.approval.approve')} (${decision.id})`}
            onClick={() => (shown ? approve.mutate() : setShown(true))}
          >
            {shown ? t('steward.approval.approve') : t('steward.approval.show')} <kbd>A</kbd>
          </Button>
        )}
        <UndoButton decision={decision} refuse />
      </div>
    </article>
  );
}
