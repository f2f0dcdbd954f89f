import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useLive } from './live';

/** However much changes, lists and counts are fetched again no more often than this, in milliseconds. */
const PAUSE = 2_000;

/** Lists and counts that are shown while something changes are fetched again in their place: queue, approvals, pipeline. */
export function useLiveCounts() {
  const queries = useQueryClient();
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLive((event) => {
    for (const key of event.kind === 'person' ? ['pipeline'] : ['tasks', 'decisions', 'pipeline'])
      waiting.current.add(key);
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      for (const key of waiting.current) queries.invalidateQueries({ queryKey: [key] });
      waiting.current.clear();
    }, PAUSE);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
