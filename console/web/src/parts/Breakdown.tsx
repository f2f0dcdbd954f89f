import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cell, dashboardApi, type FigureName, type Slice } from '../api/dashboard';
import { compareTexts } from '../collation';
import { partsOf, type Row, rowsOf, withEveryMonth } from '../figures';
import { count } from '../format';
import { type PictureKind, savePicture } from '../picture';
import '../tables.css';
import { Failure } from './Failure';
import { Bars, type ChartProps, Columns, PAPER } from './FigureChart';
import { kindOf, wordOf } from './figureWords';
import { sliceText } from './sliceText';

/** As many rows as a chart shows; the table beside it has all. */
const CHARTED = 12;
/** As many rows as the table shows at first: an office may know a thousand agencies. */
const SHOWN = 60;

/** As many numbers of a row stand beside each other in a small window. */
const FEW = 2;

/** A column of the table that is computed from others: it leads to the list of all that it is computed from. */
export interface Rate {
  title: string;
  of: (row: Row) => string;
}

/**
 * One breakdown of a figure: a chart, and beside it the table whose every number leads to its list.
 *
 * @param parts in their order
 * @param rates further columns
 */
export function Breakdown({
  figure,
  slice,
  cells,
  by,
  title,
  parts: order = [],
  rates = [],
}: {
  figure: FigureName;
  slice: Slice;
  cells: Cell[];
  by: string;
  title: string;
  parts?: readonly string[];
  rates?: Rate[];
}) {
  const { t, i18n } = useTranslation();
  const small = useMediaQuery('(max-width: 34em)', false, { getInitialValueInEffect: false });
  const [picture, setPicture] = useState<{ cells: Cell[]; kind: PictureKind } | null>(null);
  const [all, setAll] = useState(false);
  const save = useMutation({
    mutationFn: async (kind: PictureKind) => ({ cells: (await dashboardApi.exported(figure, slice)).cells, kind }),
    onSuccess: setPicture,
  });
  const parts = partsOf(cells, by, order);
  const split = cells.find((cell) => cell.by === by)?.split ?? null;
  const means = cells.some((cell) => cell.by === by && cell.mean !== null);
  const numbers = parts.length + rates.length + (means ? 2 : 1);
  const number = (value: number) => count(value, i18n.language);
  const one = (value: number) =>
    new Intl.NumberFormat(i18n.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  const nameOf = (dimension: string, value: string, label: string | null = null) =>
    dimension === 'kind' ? kindOf(t, figure, value) : wordOf(t, i18n.language, dimension, value, label);
  /** The greatest first, as many as each other by the alphabet; months by time. */
  function inOrder(all: Row[]): Row[] {
    if (by === 'month') return all;
    return all.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0) || compareTexts(rowName(a), rowName(b)));
  }
  const rowName = (row: Row) => nameOf(by, row.value, row.label);
  const partName = (part: string) => (split ? nameOf(split, part) : title);
  const rows = inOrder(rowsOf(cells, by));
  const id = `${figure}-${by}`;

  const chart = (of: Cell[]): ChartProps => {
    const drawn = by === 'month' ? withEveryMonth(rowsOf(of, by)) : inOrder(rowsOf(of, by)).slice(0, CHARTED);
    const top = [...drawn].sort((a, b) => (b.mean ?? b.total ?? 0) - (a.mean ?? a.total ?? 0))[0];
    return {
      rows: drawn,
      parts: parts.length > 0 ? parts : [''],
      colourOf: (part) => Math.max(0, order.includes(part) ? order.indexOf(part) : parts.indexOf(part)),
      nameOf: rowName,
      partName,
      written: means ? one : number,
      summary: top
        ? t('dashboard.chartSummary', {
            title,
            top: rowName(top),
            value: (means ? one : number)(top.mean ?? top.total ?? 0),
          })
        : title,
    };
  };
  const Chart = by === 'month' && !means ? Columns : Bars;

  const to = (row: Row, part?: string): Record<string, string> => ({
    from: slice.from,
    to: slice.to,
    ...(slice.centre ? { centre: slice.centre } : {}),
    [by]: row.value,
    ...(split && part !== undefined ? { [split]: part } : {}),
  });
  const computed = (row: Row, title: string, written: string) =>
    row.total === 0 || row.total === null ? (
      written
    ) : (
      <Link
        to="/dashboard/$figure"
        params={{ figure }}
        search={to(row) as never}
        aria-label={t('dashboard.listOf', { what: `${rowName(row)}, ${title}`, count: written as never })}
      >
        {written}
      </Link>
    );
  const linked = (row: Row, value: number, part?: string) =>
    value === 0 ? (
      <span className="quiet">0</span>
    ) : (
      <Link
        to="/dashboard/$figure"
        params={{ figure }}
        search={to(row, part) as never}
        aria-label={t('dashboard.listOf', {
          what: part === undefined ? rowName(row) : `${rowName(row)}, ${partName(part)}`,
          count: number(value) as never,
        })}
      >
        {number(value)}
      </Link>
    );

  return (
    <section className="breakdown" aria-labelledby={id}>
      <div className="breakdownHead">
        <h3 id={id}>{title}</h3>
        {rows.length > 0 ? (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                loading={save.isPending}
                aria-label={t('dashboard.savePicture', { title })}
              >
                <IconDownload size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('dashboard.exportRule')}</Menu.Label>
              <Menu.Item onClick={() => save.mutate('svg')}>{t('dashboard.asSvg')}</Menu.Item>
              <Menu.Item onClick={() => save.mutate('png')}>{t('dashboard.asPng')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {save.error ? <Failure fault={save.error} /> : null}
      {rows.length === 0 ? (
        <p className="quiet">{t('dashboard.nothing')}</p>
      ) : (
        <div className="breakdownBody">
          <div className="chart">
            <Chart {...chart(cells)} narrow={small} />
            {by !== 'month' && rows.length > CHARTED ? (
              <p className="quiet small">{t('dashboard.charted', { count: CHARTED, all: rows.length })}</p>
            ) : null}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
          <section className="scroller figureTable" tabIndex={0} aria-labelledby={id}>
            <table className={numbers > FEW ? 'dataTable cards' : 'dataTable'}>
              <thead>
                <tr>
                  <th scope="col">{t(`dashboard.by.${by}`)}</th>
                  {parts.map((part) => (
                    <th key={part} scope="col" className="num">
                      {partName(part)}
                    </th>
                  ))}
                  <th scope="col" className="num">
                    {means ? t('dashboard.assessments') : t('dashboard.total')}
                  </th>
                  {means ? (
                    <th scope="col" className="num">
                      {t('dashboard.mean')}
                    </th>
                  ) : null}
                  {rates.map((rate) => (
                    <th key={rate.title} scope="col" className="num">
                      {rate.title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {(all ? rows : rows.slice(0, SHOWN)).map((row) => (
                  <tr key={row.value}>
                    <th scope="row">{rowName(row)}</th>
                    {parts.map((part) => (
                      <td key={part} className="num" data-label={partName(part)}>
                        {linked(row, row.counts.get(part) ?? 0, part)}
                      </td>
                    ))}
                    <td className="num strong" data-label={t(means ? 'dashboard.assessments' : 'dashboard.total')}>
                      {linked(row, row.total ?? 0)}
                    </td>
                    {means ? (
                      <td className="num" data-label={t('dashboard.mean')}>
                        {row.mean === null ? '–' : computed(row, t('dashboard.mean'), one(row.mean))}
                      </td>
                    ) : null}
                    {rates.map((rate) => (
                      <td key={rate.title} className="num" data-label={rate.title}>
                        {computed(row, rate.title, rate.of(row))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
            {!all && rows.length > SHOWN ? (
              <Button m="xs" size="xs" variant="default" onClick={() => setAll(true)}>
                {t('dashboard.allRows', { count: rows.length })}
              </Button>
            ) : null}
          </section>
        </div>
      )}
      {picture ? (
        <Picture name={`${figure}-${by}-${slice.from}-${slice.to}`} kind={picture.kind} done={() => setPicture(null)}>
          <Chart
            {...chart(picture.cells)}
            palette={PAPER}
            title={`${title} · ${sliceText(t, slice)}`}
            note={t('dashboard.pictureNote')}
          />
        </Picture>
      ) : null}
    </section>
  );
}

/** Draws a chart out of sight, saves it as a file, and is done. */
function Picture({
  name,
  kind,
  done,
  children,
}: {
  name: string;
  kind: PictureKind;
  done: () => void;
  children: React.ReactNode;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const finish = useRef(done);
  useEffect(() => {
    const svg = holder.current?.querySelector('svg');
    if (svg) savePicture(svg, name, kind).finally(finish.current);
  }, [name, kind]);
  return (
    <div ref={holder} aria-hidden className="visuallyHidden">
      {children}
    </div>
  );
}
