import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../pipeline.css';
import { api, type Pipeline } from '../api';
import { type Reconciliation, verdict } from '../api/reconciliation';
import { count, span, time } from '../format';
import { useSearchAway } from '../health';
import { AtOnce } from '../parts/AtOnce';
import {
  byCentre,
  centreName,
  DEVICE_TONES,
  deviceName,
  isFault,
  lasting,
  useEquipment,
} from '../parts/EquipmentPanel';
import { PageTitle } from '../parts/PageTitle';

const EVERY = 5_000;
/** A screen that has heard nothing for so long says so. */
const SILENT = 30_000;

/** The state of the line and of the centres' equipment on one screen, for a wall: nothing to touch, read from afar. */
export function WallPage() {
  const { t, i18n } = useTranslation();
  const now = useClock();
  const pipeline = useQuery({
    queryKey: ['pipeline'],
    queryFn: ({ signal }) => api.pipeline(signal),
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
  });
  const equipment = useEquipment();
  const heard = Math.min(
    pipeline.dataUpdatedAt || Number.POSITIVE_INFINITY,
    equipment.dataUpdatedAt || Number.POSITIVE_INFINITY,
  );
  const lost = Number.isFinite(heard) && now - heard > SILENT;
  const devices = equipment.data?.devices ?? [];
  const faults = devices.filter(isFault).length;
  const down = devices.some((device) => device.state === 'DOWN');
  const tone = devices.length === 0 ? 'plain' : down ? 'bad' : faults > 0 ? 'warn' : 'good';
  return (
    <AtOnce>
      <div className="wall" lang={i18n.language}>
        <header className="wallHead">
          <PageTitle title={t('pipeline.title')}>{t('productShort')}</PageTitle>
          {pipeline.data ? <Line pipeline={pipeline.data} /> : <span className="quiet">{t('loading')}</span>}
          <time className="wallClock">{time(new Date(now).toISOString())}</time>
        </header>
        {lost ? (
          <p className="wallLost" role="alert">
            {t('equipment.lost', { time: time(new Date(heard).toISOString()) })}
          </p>
        ) : null}
        {pipeline.data ? <Sources pipeline={pipeline.data} /> : null}
        <section className="wallEquipment" aria-label={t('equipment.title')}>
          <h2 className="wallBanner" data-tone={tone}>
            {t('equipment.title')}
            {devices.length > 0
              ? ` · ${faults > 0 ? t('equipment.faults', { count: faults }) : t('equipment.allWell')}`
              : ` · ${equipment.data ? t('equipment.empty') : t('loading')}`}
          </h2>
          <div className="wallCentres">
            {byCentre(devices).map((group) => (
              <section key={group.centre} className="surface" aria-label={centreName(t, group.centre)}>
                <h3>{centreName(t, group.centre)}</h3>
                <ul>
                  {group.devices.map((device) => (
                    <li key={device.source + device.component} data-tone={DEVICE_TONES[device.state]}>
                      <span className="wallDevice">
                        {deviceName(t, device)}
                        <small>
                          {t(`source.${device.source}`)}
                          {device.detail && isFault(device) ? ` · ${device.detail}` : ''}
                        </small>
                      </span>
                      <span className="wallState">
                        {t(`equipment.state.${device.state}`)}
                        <small>{lasting(t, device.since, equipment.data?.at ?? device.since)}</small>
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </section>
        <Link to="/pipeline" className="wallLeave">
          {t('equipment.leaveWall')}
        </Link>
      </div>
    </AtOnce>
  );
}

function Line({ pipeline }: { pipeline: Pipeline }) {
  const { t } = useTranslation();
  const away = useSearchAway();
  const words = away
    ? 'searchAway'
    : pipeline.caughtUp
      ? 'caughtUp'
      : pipeline.firstLoadComplete
        ? 'working'
        : 'firstLoad';
  return (
    <span className="wallLine" data-tone={away ? 'bad' : pipeline.caughtUp ? 'good' : 'warn'}>
      {t(`pipeline.${words}`)}
    </span>
  );
}

/** When sources, hub and index were last compared, and what came of it. */
function Compared({ last }: { last: Reconciliation | null }) {
  const { t } = useTranslation();
  const { tone, key } = last ? verdict(last) : { tone: 'plain', key: 'none' };
  return (
    <div className="surface wallTile" data-tone={tone}>
      <div className="wallLabel">{t('reconciliation.last')}</div>
      <div className="wallValue">{t(`reconciliation.${key}`)}</div>
      <div className="wallLabel">{last ? time(last.endedAt ?? last.beganAt) : '–'}</div>
    </div>
  );
}

const SOURCE_TONES: Record<string, string> = { STREAMING: 'good', FAILED: 'bad', STOPPED: 'bad' };

function Sources({ pipeline }: { pipeline: Pipeline }) {
  const { t, i18n } = useTranslation();
  const dead = pipeline.tables.reduce((sum, table) => sum + table.deadLetteredRows, 0);
  const tiles: [string, number, boolean][] = [
    [t('pipeline.resolution'), pipeline.backlogs.resolution, false],
    [t('pipeline.redo'), pipeline.backlogs.redo, false],
    [t('pipeline.indexing'), pipeline.backlogs.indexing, false],
    [t('equipment.deadLetters'), dead, dead > 0],
  ];
  return (
    <section className="wallSources" aria-label={t('pipeline.sources')}>
      {pipeline.sources.map((source) => {
        const lag = source.lagMillis === null ? null : span(source.lagMillis);
        return (
          <div key={source.source} className="surface wallTile" data-tone={SOURCE_TONES[source.state] ?? 'warn'}>
            <div className="wallLabel">{t(`source.${source.source}`)}</div>
            <div className="wallValue">{t(`pipeline.state.${source.state}`)}</div>
            <div className="wallLabel">
              {t('pipeline.lag')}: {lag ? t(`duration.${lag.key}`, { count: lag.count }) : '–'}
            </div>
          </div>
        );
      })}
      {tiles.map(([label, value, bad]) => (
        <div key={label} className="surface wallTile" data-tone={bad ? 'bad' : 'plain'}>
          <div className="wallValue">{count(value, i18n.language)}</div>
          <div className="wallLabel">{label}</div>
        </div>
      ))}
      <Compared last={pipeline.reconciliation} />
    </section>
  );
}

function useClock(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
