import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FigureName, Slice } from '../api/dashboard';
import { count } from '../format';

interface Counted {
  label: string;
  value: number;
  filters?: Record<string, string>;
}

/** A number as it is written, which leads to the list of what it counts or is computed from; nothing leads to an empty list. */
function ToList(props: Counted & { figure: FigureName; slice: Slice; written: string }) {
  const { figure, slice, label, value, filters = {}, written } = props;
  return value === 0 ? (
    written
  ) : (
    <Link
      to="/dashboard/$figure"
      params={{ figure }}
      search={{ ...slice, ...filters } as never}
      aria-label={`${label}: ${written}`}
    >
      {written}
    </Link>
  );
}

/** A number in large, which leads to its list. */
export function NumberTile(props: Counted & { figure: FigureName; slice: Slice }) {
  const { i18n } = useTranslation();
  return (
    <div className="surface tile">
      <div className="value">
        <ToList {...props} written={count(props.value, i18n.language)} />
      </div>
      <div className="quiet small">{props.label}</div>
    </div>
  );
}

/**
 * A rate or a mean in large, which leads to the list of all that it is computed from; under it what was divided by what, each
 * leading to its own list.
 *
 * @param written the rate or mean
 * @param parts what is counted for the rate; nothing for a mean
 */
export function RateTile({
  figure,
  slice,
  label,
  written,
  parts = [],
  whole,
  className = '',
  reached,
  children,
}: {
  figure: FigureName;
  slice: Slice;
  label: string;
  written: string;
  parts?: Counted[];
  whole: Counted;
  className?: string;
  reached?: boolean;
  children?: React.ReactNode;
}) {
  const { i18n } = useTranslation();
  const number = (counted: Counted) => (
    <ToList {...counted} figure={figure} slice={slice} written={count(counted.value, i18n.language)} />
  );
  return (
    <div className={`surface tile ${className}`} data-reached={reached}>
      <div className="value">
        <ToList {...whole} label={label} figure={figure} slice={slice} written={written} />
      </div>
      <div className="quiet small">{label}</div>
      {parts.length > 0 ? (
        <div className="small ratio">
          {parts.map((part, at) => (
            <span key={part.label}>
              {at > 0 ? ' + ' : ''}
              {number(part)}
            </span>
          ))}{' '}
          / {number(whole)}
        </div>
      ) : null}
      {children}
    </div>
  );
}
