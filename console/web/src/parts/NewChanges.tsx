import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../live';

/** Nobody needs to know of more. */
const MOST = 999;

/** In the header while a list of people found is shown: how many people changed since. The list stays until it is asked for. */
export function NewChanges() {
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  return pathname === '/' ? <Counted key={searchStr} /> : null;
}

function Counted() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  useLive((event) => {
    if (event.kind === 'stewardship') return;
    const id = event.kind === 'person' ? event.masterId : '';
    setChanged((before) => (before.has(id) || before.size >= MOST ? before : new Set(before).add(id)));
  });

  function refresh() {
    setChanged(new Set());
    queries.invalidateQueries({ queryKey: ['search'] });
  }

  return (
    <span role="status" className="newChanges">
      {changed.size > 0 ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={refresh}
        >
          {t('live.newChanges', { count: changed.size })}
        </Button>
      ) : null}
    </span>
  );
}
