import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { FigureName, Slice } from '../api/dashboard';
import { count } from '../format';

/** A number in large, which leads to its list. */
export function NumberTile({
  figure,
  slice,
  label,
  value,
  filters = {},
}: {
  figure: FigureName;
  slice: Slice;
  label: string;
  value: number;
  filters?: Record<string, string>;
}) {
  const { i18n } = useTranslation();
  const written = count(value, i18n.language);
  return (
    <div className="surface tile">
      <div className="value">
        {value === 0 ? (
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
        )}
      </div>
      <div className="quiet small">{label}</div>
    </div>
  );
}
