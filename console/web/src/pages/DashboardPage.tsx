import { useNavigate, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import '../dashboard.css';
import type { Cell, FigureName, Slice } from '../api/dashboard';
import { type Row, readSlice, rowsOf, share } from '../figures';
import { count } from '../format';
import { useLiveFigures } from '../liveFigures';
import { Breakdown, type Rate } from '../parts/Breakdown';
import { FigureSection } from '../parts/FigureSection';
import { NumberTile, RateTile } from '../parts/NumberTile';
import { PageTitle } from '../parts/PageTitle';
import { SliceBar } from '../parts/SliceBar';

const NATURES = ['COUNSELLING', 'AUTOMATIC', 'NUISANCE', 'SILENT', 'ABANDONED', 'UNKNOWN'] as const;
const STATUSES = ['NEW', 'IN_PROGRESS', 'REFERRED', 'CLOSED', 'CANCELLED', 'UNKNOWN'] as const;
const OUTCOMES = ['COMPLETED', 'ACCEPTED', 'PENDING', 'DECLINED', 'LOST_CONTACT', 'UNKNOWN'] as const;
const LINES = ['switchboard', 'hotline'] as const;
const RETURNS = ['RESCUED', 'HANDED_OVER', 'SELF_RETURNED', 'DEPORTED', 'UNKNOWN'] as const;
const RATINGS = ['1', '2', '3', '4', '5'] as const;
const GOOD = ['4', '5'];

/** In the order of the page. */
const FIGURES_SHOWN = ['contacts', 'referrals', 'cases', 'returns', 'people', 'quality', 'satisfaction'] as const;

/** The target of the project for referrals. */
const TARGET = 0.65;

function percent(share: number | null, language: string, digits = 1): string {
  if (share === null) return '–';
  return new Intl.NumberFormat(language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);
}

export function DashboardPage() {
  const { t } = useTranslation();
  const slice = readSlice(useSearch({ strict: false }) as Record<string, unknown>);
  const navigate = useNavigate();
  useLiveFigures('dashboard');
  const change = (next: Slice) => navigate({ to: '/dashboard', search: next as never, replace: true });
  return (
    <div className="dashboard">
      <PageTitle title={t('dashboard.title')} />
      <p className="quiet" style={{ margin: '0 0 1rem' }}>
        {t('dashboard.lead')}
      </p>
      <SliceBar slice={slice} change={change} />
      <nav className="figureLinks" aria-label={t('dashboard.figures')}>
        {FIGURES_SHOWN.map((figure) => (
          <a key={figure} href={`#${figure}`}>
            {t(`dashboard.figure.${figure}`)}
          </a>
        ))}
      </nav>
      <div className="figures">
        <Contacts slice={slice} />
        <Referrals slice={slice} />
        <Cases slice={slice} />
        <Returns slice={slice} />
        <People slice={slice} />
        <Quality slice={slice} />
        <Satisfaction slice={slice} />
      </div>
    </div>
  );
}

/** The total of all that is counted, with its parts. */
function whole(cells: Cell[]): Row | undefined {
  return rowsOf(cells, 'total')[0];
}

function breakdowns(
  t: TFunction,
  figure: FigureName,
  slice: Slice,
  cells: Cell[],
  all: { by: string; parts?: readonly string[] }[],
) {
  return all.map(({ by, parts }) => (
    <Breakdown
      key={by}
      figure={figure}
      slice={slice}
      cells={cells}
      by={by}
      title={t(`dashboard.breakdown.${by}`)}
      {...(parts ? { parts } : {})}
    />
  ));
}

function Contacts({ slice }: { slice: Slice }) {
  const { t } = useTranslation();
  return (
    <FigureSection figure="contacts" slice={slice} lead={t('dashboard.leadOf.contacts')}>
      {(cells, total) => (
        <>
          <div className="tiles">
            <NumberTile figure="contacts" slice={slice} label={t('dashboard.total')} value={total} />
            {NATURES.filter((nature) => nature !== 'UNKNOWN' || whole(cells)?.counts.has(nature)).map((nature) => (
              <NumberTile
                key={nature}
                figure="contacts"
                slice={slice}
                label={t(`dashboard.nature.${nature}`)}
                value={whole(cells)?.counts.get(nature) ?? 0}
                filters={{ nature }}
              />
            ))}
          </div>
          {breakdowns(
            t,
            'contacts',
            slice,
            cells,
            ['month', 'line', 'channel', 'centre', 'language'].map((by) => ({ by, parts: NATURES })),
          )}
        </>
      )}
    </FigureSection>
  );
}

function Referrals({ slice }: { slice: Slice }) {
  const { t, i18n } = useTranslation();
  const rate: Rate = {
    title: `${t('dashboard.completion')} (✓ ≥ ${percent(TARGET, i18n.language, 0)})`,
    of: (row: Row) => {
      const reached = share(row, ['COMPLETED']);
      return `${reached !== null && reached >= TARGET ? '✓ ' : ''}${percent(reached, i18n.language)}`;
    },
  };
  return (
    <FigureSection figure="referrals" slice={slice} lead={t('dashboard.leadOf.referrals')}>
      {(cells, total) => {
        const all = whole(cells);
        const completed = all?.counts.get('COMPLETED') ?? 0;
        const ended = completed + (all?.counts.get('DECLINED') ?? 0) + (all?.counts.get('LOST_CONTACT') ?? 0);
        return (
          <>
            <div className="tiles">
              <Completion slice={slice} completed={completed} total={total} ended={ended} />
              <NumberTile figure="referrals" slice={slice} label={t('dashboard.total')} value={total} />
              {OUTCOMES.filter((outcome) => outcome !== 'UNKNOWN' || all?.counts.has(outcome)).map((outcome) => (
                <NumberTile
                  key={outcome}
                  figure="referrals"
                  slice={slice}
                  label={t(`referralOutcome.${outcome}`)}
                  value={all?.counts.get(outcome) ?? 0}
                  filters={{ outcome }}
                />
              ))}
            </div>
            {['month', 'province', 'agencyKind', 'agency', 'line'].map((by) => (
              <Breakdown
                key={by}
                figure="referrals"
                slice={slice}
                cells={cells}
                by={by}
                title={t(`dashboard.breakdown.${by}`)}
                parts={OUTCOMES}
                rates={[rate]}
              />
            ))}
          </>
        );
      }}
    </FigureSection>
  );
}

/** The rate of completion beside its target, as words and as a bar with the target marked. */
function Completion({
  slice,
  completed,
  total,
  ended,
}: {
  slice: Slice;
  completed: number;
  total: number;
  ended: number;
}) {
  const { t, i18n } = useTranslation();
  const rate = total > 0 ? completed / total : null;
  const words = t('dashboard.target', { target: percent(TARGET, i18n.language, 0) });
  return (
    <RateTile
      figure="referrals"
      slice={slice}
      className="completion"
      reached={rate !== null && rate >= TARGET}
      label={`${t('dashboard.completionRate')} · ${words}`}
      written={percent(rate, i18n.language)}
      parts={[{ label: t('referralOutcome.COMPLETED'), value: completed, filters: { outcome: 'COMPLETED' } }]}
      whole={{ label: t('dashboard.total'), value: total }}
    >
      <svg viewBox="0 0 100 8" width="100%" height="10" preserveAspectRatio="none" aria-hidden>
        <rect width="100" height="8" rx="2" fill="var(--line)" />
        <rect width={Math.min(100, (rate ?? 0) * 100)} height="8" rx="2" fill="var(--series-1)" />
        <rect x={TARGET * 100 - 0.4} width="0.8" height="8" fill="var(--mantine-color-text)" />
      </svg>
      <div className="quiet small">
        {t('dashboard.completionOfEnded', {
          rate: percent(ended > 0 ? completed / ended : null, i18n.language),
          number: count(ended, i18n.language),
        })}
      </div>
    </RateTile>
  );
}

function Cases({ slice }: { slice: Slice }) {
  const { t } = useTranslation();
  return (
    <FigureSection figure="cases" slice={slice} lead={t('dashboard.leadOf.cases')}>
      {(cells, total) => (
        <>
          <div className="tiles">
            <NumberTile figure="cases" slice={slice} label={t('dashboard.total')} value={total} />
            {STATUSES.filter((status) => whole(cells)?.counts.has(status)).map((status) => (
              <NumberTile
                key={status}
                figure="cases"
                slice={slice}
                label={t(`caseStatus.${status}`)}
                value={whole(cells)?.counts.get(status) ?? 0}
                filters={{ status }}
              />
            ))}
          </div>
          {breakdowns(t, 'cases', slice, cells, [
            { by: 'kind', parts: STATUSES },
            { by: 'month', parts: LINES },
            { by: 'line', parts: STATUSES },
          ])}
        </>
      )}
    </FigureSection>
  );
}

function Returns({ slice }: { slice: Slice }) {
  const { t } = useTranslation();
  return (
    <FigureSection figure="returns" slice={slice} lead={t('dashboard.leadOf.returns')}>
      {(cells, total) => (
        <>
          <div className="tiles">
            <NumberTile figure="returns" slice={slice} label={t('dashboard.total')} value={total} />
            {RETURNS.filter((kind) => whole(cells)?.counts.has(kind)).map((kind) => (
              <NumberTile
                key={kind}
                figure="returns"
                slice={slice}
                label={t(`returnKind.${kind}`)}
                value={whole(cells)?.counts.get(kind) ?? 0}
                filters={{ kind }}
              />
            ))}
          </div>
          {breakdowns(t, 'returns', slice, cells, [{ by: 'country', parts: RETURNS }, { by: 'month' }])}
        </>
      )}
    </FigureSection>
  );
}

function People({ slice }: { slice: Slice }) {
  const { t } = useTranslation();
  return (
    <FigureSection figure="people" slice={slice} lead={t('dashboard.leadOf.people')}>
      {(cells, total) => (
        <>
          <div className="tiles">
            <NumberTile figure="people" slice={slice} label={t('dashboard.people')} value={total} />
          </div>
          {breakdowns(t, 'people', slice, cells, [{ by: 'tables' }])}
        </>
      )}
    </FigureSection>
  );
}

function Quality({ slice }: { slice: Slice }) {
  const { t, i18n } = useTranslation();
  return (
    <FigureSection figure="quality" slice={slice} lead={t('dashboard.leadOf.quality')}>
      {(cells, total) => {
        const mean = whole(cells)?.mean ?? null;
        return (
          <>
            <div className="tiles">
              <RateTile
                figure="quality"
                slice={slice}
                label={t('dashboard.meanScore')}
                written={
                  mean === null
                    ? '–'
                    : new Intl.NumberFormat(i18n.language, {
                        minimumFractionDigits: 1,
                        maximumFractionDigits: 1,
                      }).format(mean)
                }
                whole={{ label: t('dashboard.assessments'), value: total }}
              />
              <NumberTile figure="quality" slice={slice} label={t('dashboard.assessments')} value={total} />
            </div>
            {breakdowns(t, 'quality', slice, cells, [
              { by: 'criterion' },
              { by: 'centre' },
              { by: 'topic' },
              { by: 'line' },
              { by: 'month' },
            ])}
          </>
        );
      }}
    </FigureSection>
  );
}

function Satisfaction({ slice }: { slice: Slice }) {
  const { t, i18n } = useTranslation();
  const good: Rate = { title: t('dashboard.good'), of: (row: Row) => percent(share(row, GOOD), i18n.language) };
  return (
    <FigureSection figure="satisfaction" slice={slice} lead={t('dashboard.leadOf.satisfaction')}>
      {(cells, total) => (
        <>
          <div className="tiles">
            <RateTile
              figure="satisfaction"
              slice={slice}
              label={t('dashboard.goodRate')}
              written={percent(share(whole(cells), GOOD), i18n.language)}
              parts={GOOD.map((satisfaction) => ({
                label: t('dashboard.points', { points: satisfaction }),
                value: whole(cells)?.counts.get(satisfaction) ?? 0,
                filters: { satisfaction },
              }))}
              whole={{ label: t('dashboard.rated'), value: total }}
            />
            <NumberTile figure="satisfaction" slice={slice} label={t('dashboard.rated')} value={total} />
          </div>
          {['agency', 'agencyKind', 'province', 'month'].map((by) => (
            <Breakdown
              key={by}
              figure="satisfaction"
              slice={slice}
              cells={cells}
              by={by}
              title={t(`dashboard.breakdown.${by}`)}
              parts={RATINGS}
              rates={[good]}
            />
          ))}
        </>
      )}
    </FigureSection>
  );
}
