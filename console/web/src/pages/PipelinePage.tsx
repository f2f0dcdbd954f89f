import { Alert, Button, Skeleton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDeviceDesktop, IconLoader2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import '../pipeline.css';
import '../tables.css';
import { api, type Pipeline, type Source } from '../api';
import { faultWords } from '../faultWords';
import { count, span, time } from '../format';
import { useSearchAway } from '../health';
import { AtOnce } from '../parts/AtOnce';
import { DeadLettersPanel } from '../parts/DeadLettersPanel';
import { EquipmentPanel } from '../parts/EquipmentPanel';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { ReconciliationPanel } from '../parts/ReconciliationPanel';
import { TableShapesPanel } from '../parts/TableShapesPanel';
import { SourceTag, Tag, type Tone } from '../parts/Tags';
import { useMe } from '../session';

const EVERY = 3_000;
const STATE_TONES: Record<string, Tone> = {
  STREAMING: 'good',
  SNAPSHOT: 'warn',
  STARTING: 'warn',
  WAITING: 'warn',
  FAILED: 'bad',
  STOPPED: 'bad',
};

export function PipelinePage() {
  const { t } = useTranslation();
  const me = useMe();
  const pipeline = useQuery({
    queryKey: ['pipeline'],
    queryFn: ({ signal }) => api.pipeline(signal),
    refetchInterval: EVERY,
  });
  return (
    <>
      <PageTitle title={t('pipeline.title')} />
      <div className="pipelineHead">
        <p className="quiet" style={{ margin: '0 0 1.25rem' }}>
          {t('pipeline.lead')}
        </p>
        <Button
          renderRoot={(props) => <Link {...props} to="/wall" />}
          size="xs"
          variant="default"
          leftSection={<IconDeviceDesktop size={15} aria-hidden />}
        >
          {t('equipment.wall')}
        </Button>
      </div>
      <AtOnce rows={12}>
        {pipeline.error ? <Failure fault={pipeline.error} retry={() => pipeline.refetch()} /> : null}
        {pipeline.isPending ? <Skeleton height={320} aria-label={t('loading')} /> : null}
        {pipeline.data && !pipeline.error ? (
          <>
            <State pipeline={pipeline.data} />
            <Tiles pipeline={pipeline.data} />
            {pipeline.data.resolving ? <Resolving resolving={pipeline.data.resolving} /> : null}
            <Sources sources={pipeline.data.sources} />
            <TableShapesPanel tables={pipeline.data.tables} />
            <ReconciliationPanel last={pipeline.data.reconciliation} />
          </>
        ) : null}
        <EquipmentPanel />
        {me?.maySeeDeadLetters ? <DeadLettersPanel mayReplay={me.mayReplay} /> : null}
        {pipeline.data && !pipeline.error ? <Tables pipeline={pipeline.data} /> : null}
      </AtOnce>
    </>
  );
}

function State({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const away = useSearchAway();
  const words = away
    ? 'searchAway'
    : pipeline.caughtUp
      ? 'caughtUp'
      : pipeline.firstLoadComplete
        ? 'working'
        : 'firstLoad';
  const good = pipeline.caughtUp && !away;
  return (
    <Alert
      role="status"
      variant="light"
      color={away ? 'red' : good ? 'teal' : 'yellow'}
      icon={
        away ? <IconAlertTriangle aria-hidden /> : good ? <IconCircleCheck aria-hidden /> : <IconLoader2 aria-hidden />
      }
      title={t(`pipeline.${words}`)}
      mb="md"
    >
      {t(`pipeline.${words}Body`)} {t('pipeline.at', { time: time(pipeline.at) })}
    </Alert>
  );
}

function Tiles({ pipeline }: { pipeline: Pipeline }) {
  const { t, i18n } = useTranslation();
  const live = pipeline.tables.reduce((sum, table) => sum + table.liveRows, 0);
  const { backlogs } = pipeline;
  const tiles: [string, number, number | null][] = [
    [t('pipeline.liveRows'), live, null],
    [t('pipeline.resolution'), backlogs.resolution, backlogs.resolutionSecondsLeft],
    [t('pipeline.redo'), backlogs.redo, backlogs.redoSecondsLeft],
    [t('pipeline.indexing'), backlogs.indexing, backlogs.indexingSecondsLeft],
  ];
  return (
    <div className="tiles" style={{ marginBottom: '1.25rem' }}>
      {tiles.map(([label, value, secondsLeft]) => (
        <div key={label} className="surface tile">
          <div className="value">{count(value, i18n.language)}</div>
          <div className="quiet small">{label}</div>
          {secondsLeft === null ? null : (
            <div className="quiet small">
              <Left seconds={secondsLeft} />
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

/** How far everybody is resolved at once, as after the first load. */
function Resolving({ resolving }: { resolving: NonNullable<Pipeline['resolving']> }) {
  const { t, i18n } = useTranslation();
  const { total } = resolving;
  return (
    <section aria-labelledby="resolving" className="surface" style={{ marginBottom: '1.25rem', padding: '1rem' }}>
      <h2 id="resolving" style={{ marginTop: 0 }}>
        {t('resolving.title')}
      </h2>
      <p style={{ margin: 0 }}>
        {t('resolving.step', { step: resolving.step, steps: resolving.steps })}:{' '}
        {t(`resolving.stage.${resolving.stage}`)}
        {total === null ? null : (
          <>
            {' '}
            ({t('resolving.parts', { done: count(resolving.done, i18n.language), total: count(total, i18n.language) })})
          </>
        )}
        {resolving.secondsLeft ? (
          <>
            ; <Left seconds={resolving.secondsLeft} />
          </>
        ) : null}
      </p>
    </section>
  );
}

function Lag({ millis }: { millis: number | null }) {
  const { t } = useTranslation();
  if (millis === null) return <>–</>;
  const { key, count: number } = span(millis);
  return t(`duration.${key}`, { count: number });
}

const LOG_TONES: Record<string, Tone> = { BOUNDED: 'good', FILLING: 'warn', UNBOUNDED: 'bad' };

/** How much of its log a source keeps for the service, and whether anything bounds that. */
function KeptLog({ source }: { source: Source }) {
  const { t, i18n } = useTranslation();
  const { log } = source;
  if (!log) return <>–</>;
  const megabytes = (bytes: number) =>
    t('sourceLog.megabytes', { size: count(Math.ceil(bytes / 1_048_576), i18n.language) });
  const age = log.boundSeconds === null ? null : span(log.boundSeconds * 1_000);
  return (
    <span lang={i18n.language}>
      {log.keptBytes === null ? '–' : megabytes(log.keptBytes)}{' '}
      {log.boundBytes === null ? null : t('sourceLog.most', { size: megabytes(log.boundBytes) })}
      {age ? t('sourceLog.longest', { time: t(`duration.${age.key}`, { count: age.count }) }) : null}{' '}
      <Tag tone={LOG_TONES[log.state] ?? 'plain'}>{t(`sourceLog.state.${log.state}`)}</Tag>
    </span>
  );
}

/** About how long the rest takes. */
function Left({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  const left = span(seconds * 1_000);
  return <>{t('reading.left', { time: t(`duration.${left.key}`, { count: left.count }) })}</>;
}

/** How far the reading of all rows has come, and about how long the rest takes. */
function Reading({ reading }: { reading: NonNullable<Source['reading']> }) {
  const { t, i18n } = useTranslation();
  const rows = count(reading.rows, i18n.language);
  return (
    <>
      {reading.expectedRows === null
        ? t('reading.rows', { rows })
        : t('reading.rowsOf', { rows, expected: count(reading.expectedRows, i18n.language) })}
      {reading.secondsLeft ? (
        <>
          ; <Left seconds={reading.secondsLeft} />
        </>
      ) : null}
    </>
  );
}

function Sources({ sources }: { sources: Source[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="sources" style={{ marginBottom: '1.25rem' }}>
      <h2 id="sources" style={{ fontSize: '1rem' }}>
        {t('pipeline.sources')}
      </h2>
      <div className="tiles" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(17rem, 1fr))' }}>
        {sources.map((source) => (
          <div key={source.source} className="surface tile">
            <div className="hitTitle">
              <strong>{t(`source.${source.source}`)}</strong>
              <Tag tone={STATE_TONES[source.state] ?? 'plain'}>{t(`pipeline.state.${source.state}`)}</Tag>
            </div>
            <dl className="details">
              {source.reading ? (
                <div>
                  <dt>{t('reading.title')}:</dt>
                  <dd>
                    <Reading reading={source.reading} />
                  </dd>
                </div>
              ) : null}
              <div>
                <dt>{t('pipeline.lag')}:</dt>
                <dd>
                  <Lag millis={source.lagMillis} />
                </dd>
              </div>
              <div>
                <dt>{t('pipeline.lastEvent')}:</dt>
                <dd>{source.lastEventAt ? time(source.lastEventAt) : '–'}</dd>
              </div>
              <div>
                <dt>{t('pipeline.position')}:</dt>
                <dd>
                  <code>{source.position ?? '–'}</code>
                </dd>
              </div>
              <div>
                <dt>{t('sourceLog.kept')}:</dt>
                <dd>
                  <KeptLog source={source} />
                </dd>
              </div>
            </dl>
            {source.reason ? (
              <p className="small longText" title={source.reason}>
                {faultWords(t, source.reason)}
              </p>
            ) : null}
          </div>
        ))}
      </div>
    </section>
  );
}

function Tables({ pipeline }: { pipeline: Pipeline }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => count(value, i18n.language);
  return (
    <section aria-labelledby="tables" style={{ marginTop: '1.25rem' }}>
      <h2 id="tables" style={{ fontSize: '1rem' }}>
        {t('pipeline.tables')}
      </h2>
      {pipeline.tables.length === 0 ? (
        <div className="surface empty quiet">{t('pipeline.tablesEmpty')}</div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <section className="surface scroller" tabIndex={0} aria-labelledby="tables">
          <table className="dataTable wraps">
            <thead>
              <tr>
                <th scope="col">{t('facet.source')}</th>
                <th scope="col">{t('pipeline.table')}</th>
                <th scope="col" className="num">
                  {t('pipeline.live')}
                </th>
                <th scope="col" className="num">
                  {t('pipeline.captured')}
                </th>
                <th scope="col" className="num">
                  {t('pipeline.mapped')}
                </th>
                <th scope="col" className="num">
                  {t('pipeline.deadLettered')}
                </th>
                <th scope="col" className="num">
                  {t('pipeline.changes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {pipeline.tables.map((table) => (
                <tr key={`${table.source}/${table.table}`}>
                  <td>
                    <SourceTag source={table.source} />
                  </td>
                  <td>
                    <code>{table.table}</code>{' '}
                    {table.shape && table.shape.state !== 'FOLLOWED' ? (
                      <Tag tone={table.shape.state === 'STOPPED' ? 'bad' : 'warn'}>
                        {t(`tableShape.state.${table.shape.state}`)}
                      </Tag>
                    ) : null}
                  </td>
                  <td className="num" data-label={t('pipeline.live')}>
                    {number(table.liveRows)}
                  </td>
                  <td className="num" data-label={t('pipeline.captured')}>
                    {number(table.capturedRows)}
                  </td>
                  <td className="num" data-label={t('pipeline.mapped')}>
                    {number(table.mappedRows)}
                  </td>
                  <td className="num" data-label={t('pipeline.deadLettered')}>
                    {table.deadLetteredRows > 0 ? <Tag tone="bad">{number(table.deadLetteredRows)}</Tag> : '0'}
                  </td>
                  <td className="num" data-label={t('pipeline.changes')}>
                    {number(table.changes)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
