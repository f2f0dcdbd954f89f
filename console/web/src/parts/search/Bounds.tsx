import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoundName, bounded, isBound, type SearchState } from '../../searchState';
import { DayInput } from './DayInput';

/** From and to: years of birth, and days of the last contact. */
export function Bounds({ state, change }: { state: SearchState; change: (next: SearchState) => void }) {
  const { t } = useTranslation();
  return (
    <>
      <fieldset className="facet">
        <legend>{t('desk.born')}</legend>
        <div className="bounds">
          <Year name="bornFrom" state={state} change={change} />
          <span aria-hidden>–</span>
          <Year name="bornTo" state={state} change={change} />
        </div>
      </fieldset>
      <fieldset className="facet">
        <legend>{t('desk.lastContact')}</legend>
        <div className="bounds">
          <DayInput
            label={t('desk.bound.lastContactFrom')}
            day={state.lastContactFrom}
            change={(day) => change(bounded(state, 'lastContactFrom', day))}
          />
          <span aria-hidden>–</span>
          <DayInput
            label={t('desk.bound.lastContactTo')}
            day={state.lastContactTo}
            change={(day) => change(bounded(state, 'lastContactTo', day))}
          />
        </div>
      </fieldset>
    </>
  );
}

function Year({
  name,
  state,
  change,
}: {
  name: Extract<BoundName, `born${string}`>;
  state: SearchState;
  change: (next: SearchState) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(state[name] ?? '');
  useEffect(() => setTyped(state[name] ?? ''), [state[name]]);
  return (
    <input
      className="bound"
      type="text"
      inputMode="numeric"
      maxLength={4}
      placeholder={t('desk.year')}
      aria-label={t(`desk.bound.${name}`)}
      aria-invalid={typed !== '' && !isBound(name, typed)}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value.replace(/\D/g, '');
        setTyped(text);
        if (text === '' || isBound(name, text)) change(bounded(state, name, text));
      }}
    />
  );
}
