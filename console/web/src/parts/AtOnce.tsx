import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Loading } from './Loading';

/** Nobody waits longer for the slowest part, in milliseconds: the others are shown then, and it takes its place later. */
const PATIENCE = 3_000;
const first = (query: { state: { status: string } }) => query.state.status === 'pending';

/**
 * Shows its parts together when each has what it first shows, so that none pushes aside what is already being read. What is fetched
 * anew later is shown as it comes.
 */
export function AtOnce({ rows = 8, children }: { rows?: number; children: React.ReactNode }) {
  const queries = useQueryClient();
  const waiting = useIsFetching({ predicate: first });
  const [there, setThere] = useState(false);
  // Asked a moment later, when the parts and the page around them have begun to fetch what they need; and again whenever the count
  // that was noticed changes.
  useEffect(() => {
    const moment = window.setTimeout(() => {
      if (queries.isFetching({ predicate: first }) === 0) setThere(true);
    }, 0);
    return () => window.clearTimeout(moment);
  }, [waiting, queries]);
  useEffect(() => {
    const timer = window.setTimeout(() => setThere(true), PATIENCE);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <>
      {there ? null : <Loading rows={rows} />}
      <div style={there ? undefined : { display: 'none' }}>{children}</div>
    </>
  );
}
