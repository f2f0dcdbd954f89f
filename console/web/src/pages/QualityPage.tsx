import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Quality, steward } from '../api/steward';
import { count, time } from '../format';
import { AtOnce } from '../parts/AtOnce';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { Bars } from '../parts/steward/Bars';
import { Samples } from '../parts/steward/Samples';
import { useMay } from '../session';
import { decisionsByDay, percent, sizesNow, sizesOverTime } from '../steward/figures';
import '../parts/steward/steward.css';

/** How well the hub's people are kept: figures, charts with their tables, and samples for stewards to judge. */
export function QualityPage() {
  const { t } = useTranslation();
  const maySamples = useMay('GET /api/v1/quality/samples');
  const quality = useQuery({
    queryKey: ['quality'],
    queryFn: ({ signal }) => steward.quality(signal),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageTitle title={t('steward.quality.title')} />
      <p className="quiet" style={{ margin: '0 0 1.25rem' }}>
        {t('steward.quality.lead')}
        {quality.data ? ` ${t('steward.quality.at', { time: time(quality.data.measuredAt) })}` : ''}
      </p>
      <AtOnce rows={10}>
        {quality.error ? <Failure fault={quality.error} retry={() => quality.refetch()} /> : null}
        {quality.isPending ? <Skeleton height={420} role="status" aria-label={t('loading')} /> : null}
        {quality.data ? <Figures quality={quality.data} /> : null}
        {maySamples ? <Samples /> : null}
      </AtOnce>
    </>
  );
}

function Figures({ quality }: { quality: Quality }) {
  const { t, i18n } = useTranslation();
  const links = (kind: string) => quality.links.find((link) => link.kind === kind)?.links ?? 0;
  const linked = links('AUTOMATIC') + links('ASSERTED');
  const open = quality.queue.reduce((sum, kind) => sum + kind.day + kind.week + kind.month + kind.older, 0);
  const estimate = quality.precision?.estimate ?? null;
  const share = (part: number, whole: number) => percent(part, whole, i18n.language);
  const tiles = [
    { value: count(open, i18n.language), label: t('steward.quality.open') },
    { value: share(links('ASSERTED'), linked), label: t('steward.quality.asserted') },
    {
      value: share(quality.agreement.agreed, quality.agreement.pairs),
      label: t('steward.quality.agreement', { count: quality.agreement.pairs }),
    },
    {
      value: estimate ? share(estimate.precision, 1) : '–',
      label: estimate
        ? t('steward.quality.precision', {
            low: share(estimate.interval.low, 1),
            high: share(estimate.interval.high, 1),
            count: estimate.judged,
          })
        : t('steward.quality.noPrecision'),
    },
  ];
  return (
    <>
      <div className="tiles" style={{ marginBottom: '1.25rem' }}>
        {tiles.map((tile) => (
          <div key={tile.label} className="surface tile">
            <div className="value">{tile.value}</div>
            <div className="quiet small">{tile.label}</div>
          </div>
        ))}
      </div>
      <div className="cards">
        <Bars
          id="queue"
          title={t('steward.quality.queue')}
          rowName={t('steward.queue.kind')}
          names={['day', 'week', 'month', 'older'].map((age) => t(`steward.quality.age.${age}`))}
          rows={quality.queue.map((kind) => ({
            label: t(`steward.kind.${kind.kind}`),
            values: [kind.day, kind.week, kind.month, kind.older],
          }))}
          empty={t('steward.queue.none')}
        />
        <Bars
          id="decided"
          title={t('steward.quality.decisions')}
          rowName={t('steward.quality.dayAndAuthor')}
          names={[t('steward.quality.standing'), t('steward.quality.undone')]}
          rows={decisionsByDay(quality)}
          empty={t('steward.decision.none')}
        />
        <Bars
          id="links"
          title={t('steward.quality.links')}
          rowName={t('steward.quality.links')}
          names={['AUTOMATIC', 'ASSERTED', 'SINGLE'].map((kind) => t(`steward.quality.link.${kind}`))}
          rows={[
            {
              label: t('steward.quality.allRecords'),
              values: [links('AUTOMATIC'), links('ASSERTED'), links('SINGLE')],
            },
          ]}
          shares
          empty=""
        />
        <Bars
          id="sizes"
          title={t('steward.quality.sizes')}
          rowName={t('steward.quality.recordsOfPerson')}
          names={[t('steward.quality.people')]}
          rows={sizesNow(quality)}
          empty={t('steward.quality.nobody')}
        />
        <Bars
          id="sizes-by-day"
          title={t('steward.quality.sizesByDay')}
          rowName={t('steward.quality.day')}
          names={['1', '2', '3', '4'].map((size) => t(`steward.quality.size.${size}`))}
          rows={sizesOverTime(quality)}
          empty={t('steward.quality.nobody')}
        />
      </div>
    </>
  );
}
