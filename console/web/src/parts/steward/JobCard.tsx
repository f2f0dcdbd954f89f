import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ModelJob, steward } from '../../api/steward';
import { count, time } from '../../format';
import { Tag, type Tone } from '../Tags';
import { DifferenceOf } from './DifferenceOf';
import { ReasonDialog } from './ReasonDialog';

const TONES: Record<ModelJob['state'], Tone> = {
  WAITING: 'warn',
  RUNNING: 'warn',
  PAUSED: 'warn',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
};

/** Work about a model: how far it is, what came of it, and who may stop or go on. */
export function JobCard({ job, active, mayOrder }: { job: ModelJob; active: string | null; mayOrder: boolean }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'pause' | 'resume' | 'cancel' | null>(null);
  const { step, done, total } = job.progress;
  const going = job.state === 'WAITING' || job.state === 'RUNNING' || job.state === 'PAUSED';
  const share = total > 0 ? Math.min(100, (100 * done) / total) : 0;
  const orders = (['pause', 'resume', 'cancel'] as const).filter((what) =>
    what === 'resume' ? job.state === 'PAUSED' : what === 'cancel' || job.state !== 'PAUSED',
  );
  return (
    <article className="decisionLine job" aria-label={`${t(`steward.model.job.${job.kind}`)} ${job.id}`}>
      <div className="hitTitle">
        <strong>{t(`steward.model.job.${job.kind}`)}</strong>
        {job.version ? <code>{job.version}</code> : null}
        <Tag tone={TONES[job.state]}>{t(`steward.model.state.${job.state}`)}</Tag>
        <span className="quiet small">
          {job.author}, {time(job.askedAt)}
        </span>
      </div>
      <p className="quote">{job.reason}</p>
      {going ? (
        <>
          <p className="small" style={{ margin: '0.2rem 0' }}>
            {job.phase ? `${t(`steward.model.phase.${job.phase}`)} · ` : ''}
            {t(`steward.model.step.${step}`, { defaultValue: step })}
            {total > 0
              ? ` · ${t('steward.model.progress', { done: count(done, i18n.language), total: count(total, i18n.language) })}`
              : ''}
          </p>
          <div
            className="jobBar"
            role="progressbar"
            aria-label={t(`steward.model.job.${job.kind}`)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(share)}
          >
            <div style={{ width: `${share}%` }} />
          </div>
          {mayOrder ? (
            <div className="decideButtons" style={{ marginTop: '0.5rem' }}>
              {orders.map((what) => (
                <Button key={what} size="compact-sm" variant="default" onClick={() => setAsking(what)}>
                  {t(`steward.model.${what}`)}
                </Button>
              ))}
            </div>
          ) : null}
        </>
      ) : null}
      {job.kind === 'TRAIN' && job.state === 'DONE' && job.version === active ? (
        <p className="small">{t('steward.model.learnedTheSame')}</p>
      ) : null}
      {job.problem ? <p className="small">{job.problem}</p> : null}
      {job.result ? <DifferenceOf difference={job.result} /> : null}
      <details className="behind small">
        <summary>{t('steward.model.events')}</summary>
        <ul className="storyLines">
          {job.events.map((event) => (
            <li key={`${event.at} ${event.what}`}>
              {time(event.at)} {t(`steward.model.what.${event.what}`)} · {event.author}
              {event.reason ? `: ${event.reason}` : ''}
            </li>
          ))}
        </ul>
      </details>
      {asking ? (
        <ReasonDialog
          title={`${t(`steward.model.${asking}`)}: ${t(`steward.model.job.${job.kind}`)}`}
          act={t(`steward.model.${asking}`)}
          danger={asking === 'cancel'}
          close={() => setAsking(null)}
          submit={(reason) => steward.order(job.id, asking, reason)}
          done={() => {
            setAsking(null);
            queries.invalidateQueries({ queryKey: ['jobs'] });
            queries.invalidateQueries({ queryKey: ['models'] });
          }}
        />
      ) : null}
    </article>
  );
}
