import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../api';
import { useLive } from '../live';
import { any, heard, NONE } from '../newChanges';
import { filterCount, type SearchState } from '../searchState';

/** In the header while a list of people found is shown: how many of them changed since. The list stays until it is asked for. */
export function NewChanges() {
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  return pathname === '/' ? <Counted key={searchStr} /> : null;
}

function Counted() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [changes, setChanges] = useState(NONE);
  const told = any(changes);
  useLive((event) => {
    const shown = queries.getQueryCache().find({ queryKey: ['search'], exact: false, type: 'active' });
    const list = shown?.state.data as InfiniteData<SearchAnswer> | undefined;
    const asked = (shown?.queryKey[1] ?? {}) as SearchState;
    setChanges((before) => heard(before, event, list, !asked.q && filterCount(asked) === 0));
  });

  function refresh() {
    setChanges(NONE);
    queries.invalidateQueries({ queryKey: ['search'] });
  }

  return (
    <span className="newChanges">
      {/* Said once, however many more change: the button counts for the eye. */}
      <span role="status" className="visuallyHidden">
        {told ? t('live.listChanged') : ''}
      </span>
      {told ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={refresh}
        >
          {changes.people.size > 0 ? t('live.newChanges', { count: changes.people.size }) : t('live.listChanged')}
        </Button>
      ) : null}
    </span>
  );
}
