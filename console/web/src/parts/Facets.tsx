import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facet } from '../api';
import { count } from '../format';
import { FILTERS, type FilterName, fewOf, optionsOf, type SearchState, toggled } from '../searchState';
import provinces from '../texts/provinces.json';
import provincesBefore from '../texts/provincesBefore.json';

const PROVINCES: Record<string, string> = provinces;
const PROVINCES_BEFORE: Record<string, string> = provincesBefore;
/** So many values are shown before more are asked for. */
const FEW = 6;

/** The words of each filter's values. */
function label(t: TFunction, name: FilterName, value: string): string {
  switch (name) {
    case 'province':
      return PROVINCES[value] ?? value;
    case 'provinceBefore':
      return PROVINCES_BEFORE[value] ?? value;
    case 'ethnicGroup':
      return value;
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
  return (
    <>
      {FILTERS.map((name) => {
        const options = optionsOf(facets.find((facet) => facet.name === name)?.counts ?? [], state[name]);
        return options.length === 0 ? null : (
          <FacetValues key={name} name={name} options={options} state={state} change={change} />
        );
      })}
    </>
  );
}

function FacetValues({
  name,
  options,
  state,
  change,
}: {
  name: FilterName;
  options: { value: string; people: number }[];
  state: SearchState;
  change: (next: SearchState) => void;
}) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const isChosen = (value: string) => state[name]?.includes(value) ?? false;
  const shown = all ? options : fewOf(options, FEW, state[name]);
  return (
    <fieldset className="facet">
      <legend>{t(`facet.${name}`)}</legend>
      {shown.map(({ value, people }) => (
        <label key={value} className="facetOption">
          <input type="checkbox" checked={isChosen(value)} onChange={() => change(toggled(state, name, value))} />
          <span>{label(t, name, value)}</span>
          <span className="number">{count(people, i18n.language)}</span>
        </label>
      ))}
      {options.length > FEW ? (
        <button type="button" className="linkButton small" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'desk.fewer' : 'desk.allValues', { count: options.length })}
        </button>
      ) : null}
    </fieldset>
  );
}
