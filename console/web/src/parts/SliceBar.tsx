import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slice } from '../api/dashboard';
import { PERIODS, period, typedDay } from '../figures';
import { day } from '../format';

const CENTRES = ['HANOI', 'DANANG', 'ANGIANG'] as const;

/** Chooses the period and the centre that are counted. */
export function SliceBar({ slice, change }: { slice: Slice; change: (next: Slice) => void }) {
  const { t } = useTranslation();
  const centre = slice.centre ? { centre: slice.centre } : {};
  return (
    <div className="surface sliceBar">
      <fieldset className="presets">
        <legend className="visuallyHidden">{t('dashboard.period')}</legend>
        {PERIODS.map((name) => {
          const { from, to } = period(name);
          const chosen = from === slice.from && to === slice.to;
          return (
            <Button
              key={name}
              size="xs"
              variant={chosen ? 'filled' : 'default'}
              aria-pressed={chosen}
              onClick={() => change({ from, to, ...centre })}
            >
              {t(`dashboard.periods.${name}`)}
            </Button>
          );
        })}
      </fieldset>
      <Days key={`${slice.from}-${slice.to}`} slice={slice} change={change} />
      <NativeSelect
        label={t('facet.centre')}
        size="xs"
        value={slice.centre ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          change({ from: slice.from, to: slice.to, ...(chosen ? { centre: chosen } : {}) });
        }}
        data={[
          { value: '', label: t('dashboard.allCentres') },
          ...CENTRES.map((value) => ({ value, label: t(`centre.${value}`) })),
          { value: 'UNKNOWN', label: t('dashboard.unknownCentre') },
        ]}
      />
    </div>
  );
}

function Days({ slice, change }: { slice: Slice; change: (next: Slice) => void }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(day(slice.from));
  const [to, setTo] = useState(day(slice.to));
  const [first, last] = [typedDay(from), typedDay(to)];
  const backwards = first !== null && last !== null && first > last;
  const same = first === slice.from && last === slice.to;
  return (
    <form
      className="days"
      onSubmit={(event) => {
        event.preventDefault();
        if (first && last && !backwards) change({ ...slice, from: first, to: last });
      }}
    >
      <TextInput
        label={t('dashboard.from')}
        size="xs"
        w="7.5rem"
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={first === null ? t('dashboard.noDay') : undefined}
      />
      <TextInput
        label={t('dashboard.to')}
        size="xs"
        w="7.5rem"
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={last === null ? t('dashboard.noDay') : backwards ? t('dashboard.backwards') : undefined}
      />
      <Button type="submit" size="xs" variant="default" disabled={same || !first || !last || backwards}>
        {t('dashboard.count')}
      </Button>
    </form>
  );
}
