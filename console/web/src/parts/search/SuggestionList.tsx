import { IconFileText, IconMapPin, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../api/search';
import { birthSpan, count } from '../../format';

const ICONS = { PERSON: IconUser, PLACE: IconMapPin, CASE_NUMBER: IconFileText };

export function suggestionId(list: string, at: number): string {
  return `${list}-${at}`;
}

/** The suggestions below the box. The box keeps the focus and says which one is meant. */
export function SuggestionList({
  id,
  suggestions,
  active,
  take,
}: {
  id: string;
  suggestions: Suggestion[];
  active: number;
  take: (suggestion: Suggestion) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={t('desk.suggestions')}
        className="suggestions surface"
        hidden={suggestions.length === 0}
      >
        {suggestions.map((suggestion, at) => {
          const Icon = ICONS[suggestion.kind];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the box's
            <div
              key={`${suggestion.kind} ${suggestion.masterId ?? ''} ${suggestion.text ?? ''}`}
              id={suggestionId(id, at)}
              role="option"
              aria-selected={at === active}
              className="suggestion"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(suggestion)}
            >
              <Icon size={16} aria-hidden />
              <span className="suggestionLabel" lang="vi">
                {suggestion.label ?? t('search.noName')}
              </span>
              <Detail suggestion={suggestion} />
            </div>
          );
        })}
      </div>
      <span className="visuallyHidden" role="status">
        {suggestions.length > 0 ? t('desk.suggested', { count: suggestions.length }) : ''}
      </span>
    </>
  );
}

function Detail({ suggestion }: { suggestion: Suggestion }) {
  const { t, i18n } = useTranslation();
  switch (suggestion.kind) {
    case 'PERSON':
      return (
        <span className="quiet small" lang="vi">
          {[
            ...new Set(suggestion.births.map(birthSpan)),
            suggestion.home ?? '',
            suggestion.roles.map((role) => t(`role.${role}`)).join(', '),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      );
    case 'PLACE':
      return (
        <span className="quiet small">
          {t('desk.livingThere', {
            count: suggestion.people ?? 0,
            formatted: count(suggestion.people ?? 0, i18n.language),
          })}
        </span>
      );
    case 'CASE_NUMBER':
      return (
        <span className="quiet small" lang="vi">
          {suggestion.person ?? t('search.noName')}
        </span>
      );
  }
}
