import { CloseButton, Kbd, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../api/search';
import type { SearchState } from '../../searchState';
import { SuggestionList, suggestionId } from './SuggestionList';
import { useSuggestions } from './useSuggestions';

const PAUSE_WHILE_TYPING = 180;
const LIST = 'search-suggestions';

/**
 * The one box: what is typed is searched for after a moment's pause, and suggestions stand below it while one types
 * (a combobox by the ARIA practices: arrows move, Enter takes, Escape closes and leaves what was typed).
 */
export function SearchBox({
  state,
  change,
  box,
  busy,
}: {
  state: SearchState;
  change: (next: SearchState) => void;
  box: React.RefObject<HTMLInputElement | null>;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(state.q ?? '');
  const [settled] = useDebouncedValue(typed, PAUSE_WHILE_TYPING);
  const sent = useRef(state.q ?? '');
  /** A person is being opened: what was typed before is not searched for any more, which would lead back. */
  const leaving = useRef(false);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const suggestions = useSuggestions(typed, open);
  const shown = open ? suggestions : [];

  function search(text: string) {
    if (leaving.current || text === sent.current) return;
    sent.current = text;
    const { q: _, ...filters } = state;
    change(text === '' ? filters : { ...filters, q: text });
  }

  useEffect(() => search(settled.trim()), [settled]);

  useEffect(() => {
    const q = state.q ?? '';
    if (q !== sent.current) {
      sent.current = q; // the back button, or a link
      setTyped(q);
      setOpen(false);
    }
  }, [state.q]);

  useEffect(() => setActive(-1), [suggestions]);

  function close() {
    setOpen(false);
    setActive(-1);
  }

  function take(suggestion: Suggestion) {
    close();
    if (suggestion.kind === 'PERSON' && suggestion.masterId) {
      leaving.current = true;
      navigate({ to: '/people/$id', params: { id: suggestion.masterId } });
    } else if (suggestion.text) {
      setTyped(suggestion.text);
      search(suggestion.text);
      box.current?.focus();
    }
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return; // a Vietnamese keyboard is still at work on the word
    const chosen = shown[active];
    if (event.key === 'Escape') {
      if (shown.length > 0) event.stopPropagation();
      close(); // also those that are still on their way
    } else if (event.key === 'Enter') {
      if (chosen) {
        take(chosen);
      } else {
        close();
        search(typed.trim());
      }
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
      event.preventDefault();
      event.stopPropagation(); // else it would lead to the people found
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(active + step < -1 ? shown.length - 1 : active + step >= shown.length ? -1 : active + step);
    }
  }

  const right = busy ? (
    <Loader size={18} aria-hidden />
  ) : typed ? (
    <CloseButton
      aria-label={t('search.clear')}
      onClick={() => {
        setTyped('');
        close();
        box.current?.focus();
      }}
    />
  ) : (
    <Kbd aria-hidden>/</Kbd>
  );
  return (
    <search
      className="searchBox"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <TextInput
        ref={box}
        size="lg"
        type="text"
        inputMode="search"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={LIST}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? suggestionId(LIST, active) : undefined}
        aria-label={t('search.label')}
        aria-describedby="search-hint"
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={right}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={500}
        value={typed}
        onKeyDown={onKey}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpen(true);
        }}
      />
      <SuggestionList id={LIST} suggestions={shown} active={active} take={take} />
      <p id="search-hint" className="quiet small" style={{ margin: '0.4rem 0 0' }}>
        {t('search.hint')} <span className="wideOnly">· {t('search.keys')}</span>
      </p>
    </search>
  );
}
