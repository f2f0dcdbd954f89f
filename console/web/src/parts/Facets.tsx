import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../api';
import { count } from '../format';
import { FILTERS, type FilterName, type SearchState, toggled } from '../searchState';
import provinces from '../texts/provinces.json';

const PROVINCES: Record<string, string> = provinces;
const LONGEST = 12;

/** The words of each filter's values. */
function label(t: TFunction, name: FilterName, value: string): string {
  switch (name) {
    case 'province':
      return PROVINCES[value] ?? value;
    case 'openReferral':
    case 'returned':
      return t(`truth.${value}`);
    case 'exploitation':
    case 'caseKind':
      return t(`caseKind.${value}`, { defaultValue: value });
    case 'source':
    case 'role':
    case 'centre':
    case 'sex':
    case 'channel':
      return t(`${name}.${value}`, { defaultValue: value });
  }
}

/** The filters beside the list, with how many of the people found have each value. */
export function Facets({
  facets,
  state,
  change,
}: {
  facets: Facet[];
  state: SearchState;
  change: (next: SearchState) => void;
}) {
  const { t, i18n } = useTranslation();
  return (
    <>
      {FILTERS.map((name) => {
        const counted = facets.find((facet) => facet.name === name)?.counts ?? [];
        const chosen = (state[name] ?? []).filter((value) => !counted.some((entry) => entry.value === value));
        const options = [...counted.slice(0, LONGEST), ...chosen.map((value) => ({ value, people: 0 }))];
        if (options.length === 0) return null;
        return (
          <fieldset key={name} className="facet">
            <legend>{t(`facet.${name}`)}</legend>
            {options.map(({ value, people }) => (
              <label key={value} className="facetOption">
                <input
                  type="checkbox"
                  checked={state[name]?.includes(value) ?? false}
                  onChange={() => change(toggled(state, name, value))}
                />
                <span>{label(t, name, value)}</span>
                <span className="number">{count(people, i18n.language)}</span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </>
  );
}
