import { Button, Skeleton } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Cell, dashboardApi, type FigureName, type Slice } from '../api/dashboard';
import { count, time } from '../format';
import { Failure } from './Failure';

/** One figure of the dashboard: fetched by itself, so that none waits for another. */
export function FigureSection({
  figure,
  slice,
  lead,
  children,
}: {
  figure: FigureName;
  slice: Slice;
  lead: string;
  children: (cells: Cell[], total: number) => React.ReactNode;
}) {
  const { t, i18n } = useTranslation();
  const answer = useQuery({
    queryKey: ['dashboard', figure, slice],
    queryFn: ({ signal }) => dashboardApi.figure(figure, slice, signal),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const title = t(`dashboard.figure.${figure}`);
  return (
    <section className="surface section figure" aria-labelledby={figure} aria-busy={answer.isFetching}>
      <div className="breakdownHead">
        <h2 id={figure}>{title}</h2>
        <Button
          component="a"
          href={dashboardApi.csvAddress(figure, slice)}
          download
          size="compact-sm"
          variant="default"
          leftSection={<IconFileTypeCsv size={14} aria-hidden />}
          aria-label={t('dashboard.csvOf', { title })}
          title={t('dashboard.exportRule')}
        >
          {t('dashboard.csv')}
        </Button>
      </div>
      <p className="quiet small" style={{ margin: '0 0 0.75rem' }}>
        {lead}
      </p>
      {answer.error ? <Failure fault={answer.error} retry={() => answer.refetch()} /> : null}
      {answer.isPending ? <Skeleton className="figureComing" aria-label={t('loading')} /> : null}
      {answer.data ? (
        <div style={{ opacity: answer.isPlaceholderData ? 0.55 : 1 }}>
          {children(answer.data.cells, answer.data.total ?? 0)}
          <p className="quiet small" style={{ margin: '0.75rem 0 0' }}>
            {t('dashboard.countedAt', { time: time(answer.data.countedAt) })}
            {answer.data.uncounted > 0 ? (
              <>
                {' · '}
                <Link to="/pipeline">
                  {t('dashboard.uncounted', { number: count(answer.data.uncounted, i18n.language) })}
                </Link>
              </>
            ) : null}
          </p>
        </div>
      ) : null}
    </section>
  );
}
