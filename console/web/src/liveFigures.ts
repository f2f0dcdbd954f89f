import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from './live';
import { spaced } from './spaced';

/** Counting is work for the hub: however much changes, it counts again for a page no more often than this, in milliseconds. */
const PAUSE = 60_000;

/** Figures, or the list behind one, are fetched again in their place while they are shown and people change. */
export function useLiveFigures(key: 'dashboard' | 'dashboard-list') {
  const queries = useQueryClient();
  const renewal = useRef<ReturnType<typeof spaced> | null>(null);
  useEffect(() => {
    // What stands there was fetched just now: the first pause begins with it.
    const made = spaced(() => queries.invalidateQueries({ queryKey: [key] }), PAUSE);
    renewal.current = made;
    return made.stop;
  }, [queries, key]);
  useLive((event) => {
    if (event.kind === 'person' || event.kind === 'missed') renewal.current?.ask();
  });
}
