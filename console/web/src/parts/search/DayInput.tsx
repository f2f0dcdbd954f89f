import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoDay } from '../../days';
import { day as shown } from '../../format';

/** A day as people write it here, dd/mm/yyyy, whatever the browser's language. */
export function DayInput({
  label,
  day,
  change,
}: {
  label: string;
  day: string | undefined;
  change: (iso: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(day ? shown(day) : '');
  useEffect(() => setTyped(day ? shown(day) : ''), [day]);
  return (
    <input
      className="bound"
      type="text"
      inputMode="numeric"
      maxLength={10}
      placeholder={t('desk.dayForm')}
      aria-label={`${label} (${t('desk.dayForm')})`}
      aria-invalid={typed !== '' && isoDay(typed) === null}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const iso = isoDay(text);
        if (text === '' || iso) change(iso ?? '');
      }}
    />
  );
}
