import { ActionIcon, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { day, isoDay } from '../format';

/**
 * A day as people write it here, dd/mm/yyyy, typed or picked. A browser's own field would show it as the browser's language
 * has it.
 *
 * @param value an ISO day, or empty
 * @param change told an ISO day as soon as what was typed is one, and empty when it was emptied
 * @param min the first ISO day that may be typed, if any is
 * @param max the last one
 */
export function DayField({
  label,
  value,
  change,
  min,
  max,
  size = 'xs',
}: {
  label: string;
  value: string;
  change: (isoDay: string) => void;
  min?: string;
  max?: string;
  size?: 'xs' | 'sm';
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value ? day(value) : '');
  const [wrong, setWrong] = useState(false);
  const [told, setTold] = useState(value);
  if (told !== value) {
    // Another day was set from outside, or none: filters were cleared.
    setTold(value);
    setTyped(value ? day(value) : '');
    setWrong(false);
  }
  const picker = useRef<HTMLInputElement>(null);

  function settle(text: string) {
    const iso = isoDay(text);
    const holds = iso !== null && (!min || iso >= min) && (!max || iso <= max);
    setWrong(text.trim() !== '' && !holds);
    if (holds && iso !== value) change(iso);
    if (text.trim() === '' && value !== '') change('');
  }

  return (
    <TextInput
      size={size}
      label={label}
      placeholder={t('day.form')}
      inputMode="numeric"
      maxLength={10}
      value={typed}
      error={wrong ? t('day.wrong') : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => settle(typed)}
      onKeyDown={(event) => event.key === 'Enter' && settle(typed)}
      rightSection={
        <span className="dayPicker">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('day.pick')}
            onClick={() => picker.current?.showPicker()}
          >
            <IconCalendar size={14} aria-hidden />
          </ActionIcon>
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden
            min={min}
            max={max}
            value={value}
            onChange={(event) => {
              setTyped(day(event.currentTarget.value));
              setWrong(false);
              change(event.currentTarget.value);
            }}
          />
        </span>
      }
    />
  );
}
