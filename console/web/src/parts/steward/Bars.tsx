import { useTranslation } from 'react-i18next';
import { count } from '../../format';

export interface BarRow {
  label: string;
  values: number[];
}

interface Props {
  id: string;
  title: string;
  /** What a row is, for the head of the table. */
  rowName: string;
  /** What each value of a row is. */
  names: string[];
  rows: BarRow[];
  /** Each row as wide as the chart: shares instead of amounts. */
  shares?: boolean;
  empty: string;
  children?: React.ReactNode;
}

/** Amounts as bars of several parts, with the table that they are made of behind them. */
export function Bars({ id, title, rowName, names, rows, shares = false, empty, children }: Props) {
  const { t, i18n } = useTranslation();
  const total = (row: BarRow) => row.values.reduce((sum, value) => sum + value, 0);
  const most = Math.max(1, ...rows.map(total));
  const number = (value: number) => count(value, i18n.language);
  return (
    <section className="surface section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {rows.length === 0 ? <p className="quiet">{empty}</p> : null}
      {rows.length > 0 ? (
        <>
          {names.length > 1 ? (
            <ul className="legend">
              {names.map((name, at) => (
                <li key={name}>
                  <span className="swatch" data-part={at % 5} aria-hidden /> {name}
                </li>
              ))}
            </ul>
          ) : null}
          <div className="barRows" aria-hidden>
            {rows.map((row) => (
              <div key={row.label} className="barRow">
                <span className="barLabel">{row.label}</span>
                <span className="barTrack">
                  {row.values.map((value, at) => (
                    <span
                      key={names[at]}
                      className="swatch"
                      data-part={at % 5}
                      style={{ width: `${(100 * value) / Math.max(1, shares ? total(row) : most)}%` }}
                    />
                  ))}
                </span>
                <span className="barTotal">{number(total(row))}</span>
              </div>
            ))}
          </div>
          <details className="behind">
            <summary>{t('steward.quality.table')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
            <section className="scroller" tabIndex={0} aria-labelledby={id}>
              <table className="dataTable">
                <thead>
                  <tr>
                    <th scope="col">{rowName}</th>
                    {names.map((name) => (
                      <th key={name} scope="col" className="num">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.label}>
                      <th scope="row">{row.label}</th>
                      {row.values.map((value, at) => (
                        <td key={names[at]} className="num">
                          {number(value)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </details>
        </>
      ) : null}
    </section>
  );
}
