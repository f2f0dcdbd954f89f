/** Bars and columns drawn as SVG: read as one picture with a sentence; the numbers stand in the table beside it. */
import type { Row } from '../figures';

export interface Palette {
  ink: string;
  quiet: string;
  line: string;
  surface: string;
  series: string[];
}

/** Of the page, in light and dark. */
export const SCREEN: Palette = {
  ink: 'var(--mantine-color-text)',
  quiet: 'var(--quiet)',
  line: 'var(--line)',
  surface: 'transparent',
  series: Array.from({ length: 6 }, (_, at) => `var(--series-${at + 1})`),
};
/** Of a picture that is given away: dark on white, whatever opens it. */
export const PAPER: Palette = {
  ink: '#1b2125',
  quiet: '#55636b',
  line: '#c5ced3',
  surface: '#ffffff',
  series: ['#0b6672', '#8a98a0', '#d9820b', '#7a5ea8', '#b2568f', '#4f7d2c'],
};

export interface ChartProps {
  rows: Row[];
  parts: string[];
  /** Which colour a part has: the same in every chart of a figure. */
  colourOf: (part: string) => number;
  /** What a row is called. */
  nameOf: (row: Row) => string;
  partName: (part: string) => string;
  written: (value: number) => string;
  /** The sentence that a screen reader says. */
  summary: string;
  palette?: Palette;
  narrow?: boolean;
  title?: string;
  note?: string;
}

/** How a drawing is laid out: for a small screen narrower, so that its words stay as large. */
interface Layout {
  width: number;
  left: number;
  /** Entries of the legend beside one another. */
  aLine: number;
  /** Months that are named below a chart of many. */
  named: number;
}
const WIDE: Layout = { width: 520, left: 184, aLine: 3, named: 9 };
const NARROW: Layout = { width: 320, left: 120, aLine: 2, named: 5 };

const FONT = "'Inter Variable', 'Segoe UI', Arial, sans-serif";
const BAR = 26;
const RIGHT = 64;
/** A column is no wider, however few there are. */
const WIDEST = 44;

function value(row: Row, part: string): number {
  return row.counts.get(part) ?? 0;
}

function height(row: Row, parts: string[]): number {
  return row.mean ?? parts.reduce((sum, part) => sum + value(row, part), 0);
}

let ruler: CanvasRenderingContext2D | null = null;

/** How wide a text is drawn, in the chart's own units. */
function widthOf(text: string, size: number): number {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return text.length * size * 0.6;
  ruler.font = `${size}px ${FONT}`;
  return ruler.measureText(text).width;
}

/** Names longer than their room end with an ellipsis; the table has them in full. */
function shortened(text: string, room: number, size: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join('').trimEnd()}…`, size) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The name beside a bar: in two smaller lines if it is too long for one, for long names often differ at their ends. */
function RowName({ text, right, y, fill }: { text: string; right: number; y: number; fill: string }) {
  const room = right - 4;
  if (widthOf(text, 13) <= room) {
    return (
      <text x={right} y={y + 17} textAnchor="end" fill={fill}>
        {text}
      </text>
    );
  }
  const words = text.split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && widthOf(`${first} ${words[0]}`, 11) <= room) first += ` ${words.shift()}`;
  return (
    <text textAnchor="end" fill={fill} fontSize="11">
      <tspan x={right} y={y + (words.length > 0 ? 11 : 17)}>
        {shortened(first, room, 11)}
      </tspan>
      <tspan x={right} y={y + 23}>
        {shortened(words.join(' '), room, 11)}
      </tspan>
    </text>
  );
}

/** A bar a row. */
export function Bars({
  rows,
  parts,
  colourOf,
  nameOf,
  partName,
  written,
  summary,
  palette = SCREEN,
  narrow = false,
  title,
  note,
}: ChartProps) {
  const layout = narrow ? NARROW : WIDE;
  const most = Math.max(1e-9, ...rows.map((row) => height(row, parts)));
  const named = parts.filter((part) => part !== '');
  const top = (title ? 34 : 4) + legendHeight(named, layout.aLine);
  const bottom = note ? 26 : 4;
  const tall = top + rows.length * BAR + bottom;
  const scale = (layout.width - layout.left - RIGHT) / most;
  const means = rows.some((row) => row.mean !== null);
  const unknown = (row: Row) => (means ? row.mean === null : row.total === null);
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${layout.width} ${tall}`}
      width="100%"
      fontFamily={FONT}
      fontSize="13"
    >
      <title>{summary}</title>
      <rect width={layout.width} height={tall} fill={palette.surface} />
      {title ? (
        <text x="8" y="22" fontSize="15" fontWeight="600" fill={palette.ink}>
          {title}
        </text>
      ) : null}
      <Legend
        layout={layout}
        parts={named}
        colourOf={colourOf}
        partName={partName}
        palette={palette}
        y={title ? 34 : 4}
      />
      {rows.map((row, at) => {
        let x = layout.left;
        const y = top + at * BAR;
        return (
          <g key={row.value}>
            <RowName text={nameOf(row)} right={layout.left - 10} y={y} fill={palette.ink} />
            {(row.mean === null ? parts : ['']).map((part) => {
              const wide = (row.mean ?? value(row, part)) * scale;
              const bar = (
                <rect
                  key={part}
                  x={x}
                  y={y + 4}
                  width={wide}
                  height={BAR - 9}
                  rx="2"
                  fill={palette.series[colourOf(part) % 6]}
                />
              );
              x += wide;
              return wide > 0 ? bar : null;
            })}
            <text x={x + 7} y={y + 17} fill={palette.quiet}>
              {unknown(row) ? '–' : written(row.mean ?? row.total ?? 0)}
            </text>
          </g>
        );
      })}
      {note ? (
        <text x="8" y={tall - 9} fontSize="10.5" fill={palette.quiet}>
          {note}
        </text>
      ) : null}
    </svg>
  );
}

/** A column a row, for months. */
export function Columns({
  rows,
  parts,
  colourOf,
  nameOf,
  partName,
  written,
  summary,
  palette = SCREEN,
  narrow = false,
  title,
  note,
}: ChartProps) {
  const layout = narrow ? NARROW : WIDE;
  const most = Math.max(1e-9, ...rows.map((row) => height(row, parts)));
  const named = parts.filter((part) => part !== '');
  const top = (title ? 34 : 8) + legendHeight(named, layout.aLine) + 10;
  const plot = 150;
  const tall = top + plot + 28 + (note ? 22 : 0);
  const left = 52;
  const step = (layout.width - left - 10) / Math.max(rows.length, 1);
  const every = Math.ceil(rows.length / layout.named);
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${layout.width} ${tall}`}
      width="100%"
      fontFamily={FONT}
      fontSize="12"
    >
      <title>{summary}</title>
      <rect width={layout.width} height={tall} fill={palette.surface} />
      {title ? (
        <text x="8" y="22" fontSize="15" fontWeight="600" fill={palette.ink}>
          {title}
        </text>
      ) : null}
      <Legend
        layout={layout}
        parts={named}
        colourOf={colourOf}
        partName={partName}
        palette={palette}
        y={title ? 34 : 4}
      />
      {[0, 0.5, 1].map((mark) => (
        <g key={mark}>
          <line
            x1={left}
            x2={layout.width - 10}
            y1={top + plot * (1 - mark)}
            y2={top + plot * (1 - mark)}
            stroke={palette.line}
          />
          <text x={left - 6} y={top + plot * (1 - mark) + 4} textAnchor="end" fill={palette.quiet}>
            {mark === 0.5 && most < 2 ? '' : written(Math.round(most * mark))}
          </text>
        </g>
      ))}
      {rows.map((row, at) => {
        let y = top + plot;
        const x = left + at * step;
        const wide = Math.max(Math.min(step * 0.76, WIDEST), 0.8);
        return (
          <g key={row.value}>
            {parts.map((part) => {
              const tallness = (value(row, part) / most) * plot;
              y -= tallness;
              return tallness > 0 ? (
                <rect
                  key={part}
                  x={x + (step - wide) / 2}
                  y={y}
                  width={wide}
                  height={tallness}
                  fill={palette.series[colourOf(part) % 6]}
                />
              ) : null;
            })}
            {at % every === 0 ? (
              <text
                x={x + step / 2}
                y={top + plot + 18}
                textAnchor="middle"
                fontSize={rows.length > 8 && layout === WIDE ? 10.5 : 12}
                fill={palette.quiet}
              >
                {nameOf(row)}
              </text>
            ) : null}
          </g>
        );
      })}
      {note ? (
        <text x="8" y={tall - 8} fontSize="10.5" fill={palette.quiet}>
          {note}
        </text>
      ) : null}
    </svg>
  );
}

function legendHeight(parts: string[], aLine: number): number {
  return parts.length > 1 ? Math.ceil(parts.length / aLine) * 18 + 8 : 0;
}

function Legend({
  layout,
  parts,
  colourOf,
  partName,
  palette,
  y,
}: {
  layout: Layout;
  parts: string[];
  colourOf: (part: string) => number;
  partName: (part: string) => string;
  palette: Palette;
  y: number;
}) {
  if (parts.length < 2) return null;
  return parts.map((part, at) => (
    <g
      key={part}
      transform={`translate(${8 + (at % layout.aLine) * (layout.width / layout.aLine)}, ${y + Math.floor(at / layout.aLine) * 18})`}
    >
      <rect width="11" height="11" y="2" rx="2" fill={palette.series[colourOf(part) % 6]} />
      <text x="17" y="12" fontSize="12" fill={palette.quiet}>
        {shortened(partName(part), layout.width / layout.aLine - 30, 12)}
      </text>
    </g>
  ));
}
