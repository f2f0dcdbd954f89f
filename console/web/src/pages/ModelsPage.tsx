import { Button, Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Models, type ModelVersion, steward } from '../api/steward';
import { count, time } from '../format';
import { AtOnce } from '../parts/AtOnce';
import { Empty } from '../parts/Empty';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { JobCard } from '../parts/steward/JobCard';
import { ModelWeightsTable } from '../parts/steward/ModelWeightsTable';
import { ReasonDialog } from '../parts/steward/ReasonDialog';
import { Tag } from '../parts/Tags';
import { useMay } from '../session';
import '../parts/steward/steward.css';

const EVERY = 3_000;

type Order = { what: 'train' } | { what: 'rollBack' } | { what: 'compare' | 'activate'; version: string };

/** Which match models there are and what they weigh; training, comparing and activating them, and how that work stands. */
export function ModelsPage() {
  const { t } = useTranslation();
  const mayTrain = useMay('POST /api/v1/models/train');
  const mayActivate = useMay('POST /api/v1/models/rollback');
  const [order, setOrder] = useState<Order | null>(null);
  const models = useQuery({
    queryKey: ['models'],
    queryFn: ({ signal }) => steward.models(signal),
    refetchInterval: EVERY,
  });
  const jobs = useQuery({ queryKey: ['jobs'], queryFn: ({ signal }) => steward.jobs(signal), refetchInterval: EVERY });
  return (
    <>
      <div className="titleRow">
        <div>
          <PageTitle title={t('steward.model.title')} />
          <p className="quiet" style={{ margin: 0 }}>
            {t('steward.model.lead')}
          </p>
        </div>
        <div className="decideButtons">
          {mayTrain ? <Button onClick={() => setOrder({ what: 'train' })}>{t('steward.model.train')}</Button> : null}
          {mayActivate ? (
            <Button
              variant="default"
              disabled={!models.data?.activations.some((activation) => activation.former)}
              onClick={() => setOrder({ what: 'rollBack' })}
            >
              {t('steward.model.rollBack')}
            </Button>
          ) : null}
        </div>
      </div>
      <AtOnce>
        {models.error ? <Failure fault={models.error} retry={() => models.refetch()} /> : null}
        {models.isPending ? <Loading rows={6} /> : null}
        {models.data ? (
          <>
            {models.data.active === null ? <Empty title={t('steward.model.none')} /> : null}
            <section aria-labelledby="versions">
              <h2 id="versions" style={{ fontSize: '1rem' }}>
                {t('steward.model.versions')}
              </h2>
              {models.data.items.map((model) => (
                <Version
                  key={model.version}
                  model={model}
                  active={models.data.active === model.version}
                  order={setOrder}
                  mayTrain={mayTrain}
                  mayActivate={mayActivate}
                />
              ))}
            </section>
            <section className="surface section" aria-labelledby="jobs" style={{ marginTop: '1.25rem' }}>
              <h2 id="jobs">{t('steward.model.jobs')}</h2>
              {jobs.error ? <Failure fault={jobs.error} retry={() => jobs.refetch()} /> : null}
              {jobs.isPending ? <Loading rows={2} /> : null}
              {jobs.data?.length === 0 ? <Empty title={t('steward.model.jobsNone')} /> : null}
              {jobs.data?.map((job) => (
                <JobCard key={job.id} job={job} active={models.data.active} mayOrder={mayActivate} />
              ))}
            </section>
            <Activations models={models.data} />
          </>
        ) : null}
      </AtOnce>
      {order ? <OrderDialog order={order} close={() => setOrder(null)} /> : null}
    </>
  );
}

function Version(props: {
  model: ModelVersion;
  active: boolean;
  order: (order: Order) => void;
  mayTrain: boolean;
  mayActivate: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { model, active, order } = props;
  const [open, setOpen] = useState(false);
  return (
    <article className="surface decisionCard" aria-label={`${t('steward.model.version')} ${model.version}`}>
      <div className="hitTitle">
        <h3 style={{ margin: 0 }}>
          {model.name} <code>{model.version}</code>
        </h3>
        {active ? <Tag tone="good">{t('steward.model.active')}</Tag> : null}
        <span className="quiet small">
          {t(`steward.model.origin.${model.origin}`)} · {model.origin === 'CONFIGURATION' ? '' : `${model.author}, `}
          {time(model.createdAt)}
        </span>
      </div>
      {model.origin === 'CONFIGURATION' ? null : <p className="quote">{model.reason}</p>}
      <p className="small">
        {model.learned
          ? t('steward.model.learned', {
              number: count(model.learned.records, i18n.language),
              count: model.learned.labels,
            })
          : t('steward.model.notLearned')}
      </p>
      {model.learned && model.learned.report.length > 0 ? (
        <details className="behind small">
          <summary>{t('steward.model.report')}</summary>
          <pre className="report" lang="en">
            {model.learned.report.join('\n')}
          </pre>
        </details>
      ) : null}
      <div className="decideButtons">
        <Button size="compact-sm" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('steward.model.weights')}
        </Button>
        {!active && props.mayTrain ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => order({ what: 'compare', version: model.version })}
          >
            {t('steward.model.compare')}
          </Button>
        ) : null}
        {!active && props.mayActivate ? (
          <Button size="compact-sm" onClick={() => order({ what: 'activate', version: model.version })}>
            {t('steward.model.activate')}
          </Button>
        ) : null}
      </div>
      {open ? <ModelWeightsTable version={model.version} /> : null}
    </article>
  );
}

function OrderDialog({ order, close }: { order: Order; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [withDecisions, setWithDecisions] = useState(true);
  const act = t(`steward.model.${order.what}`);
  function submit(reason: string) {
    switch (order.what) {
      case 'train':
        return steward.train({ reason, seed: 1, withDecisions });
      case 'compare':
        return steward.compare(order.version, reason);
      case 'activate':
        return steward.activate(order.version, reason);
      case 'rollBack':
        return steward.rollBack(reason);
    }
  }
  return (
    <ReasonDialog
      title={'version' in order ? t('steward.model.of', { act, version: order.version }) : act}
      act={act}
      danger={order.what === 'rollBack'}
      close={close}
      submit={submit}
      done={() => {
        close();
        queries.invalidateQueries({ queryKey: ['models'] });
        // The work stands far below an open table of weights: it is shown where it begins.
        queries
          .invalidateQueries({ queryKey: ['jobs'] })
          .then(() => document.getElementById('jobs')?.scrollIntoView({ block: 'center' }));
      }}
    >
      {order.what === 'train' ? (
        <>
          <p className="quiet small">{t('steward.model.trainHint')}</p>
          <Checkbox
            label={t('steward.model.withDecisions')}
            checked={withDecisions}
            onChange={(event) => setWithDecisions(event.currentTarget.checked)}
          />
        </>
      ) : order.what === 'compare' ? null : (
        <p className="quiet small">{t('steward.model.activateHint')}</p>
      )}
    </ReasonDialog>
  );
}

function Activations({ models }: { models: Models }) {
  const { t } = useTranslation();
  return (
    <section className="surface section" aria-labelledby="activations" style={{ marginTop: '1.25rem' }}>
      <h2 id="activations">{t('steward.model.activations')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="scroller" tabIndex={0} aria-labelledby="activations">
        <table className="dataTable">
          <thead>
            <tr>
              <th scope="col">{t('steward.model.since')}</th>
              <th scope="col">{t('steward.model.version')}</th>
              <th scope="col">{t('steward.model.by')}</th>
              <th scope="col">{t('steward.model.why')}</th>
            </tr>
          </thead>
          <tbody>
            {models.activations.map((activation) => (
              <tr key={activation.id}>
                <td>{activation.effectiveAt ? time(activation.effectiveAt) : t('steward.model.prepared')}</td>
                <td>
                  <code>{activation.version}</code> {t(`steward.model.activation.${activation.kind}`)}
                </td>
                <td>{activation.kind === 'CONFIGURATION' ? '–' : activation.author}</td>
                <td className="wrap">{activation.kind === 'CONFIGURATION' ? '–' : activation.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
