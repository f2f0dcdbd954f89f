/** Who has logged in, as far as the pages must know, and what happens when a session ends while a page is open. */
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api, CallFailed, type Me, SESSION_ENDED } from './api';

export const ME = ['me'];

/** The account; null when nobody has logged in. */
export async function whoIsThere(queries: QueryClient): Promise<Me | null> {
  try {
    return await queries.fetchQuery({ queryKey: ME, queryFn: api.me, staleTime: 60_000 });
  } catch (fault) {
    if (fault instanceof CallFailed && fault.status === 401) return null;
    throw fault;
  }
}

export function useMe(): Me | undefined {
  return useQuery({ queryKey: ME, queryFn: api.me, staleTime: 60_000 }).data;
}

/** Whether the account may make a call, written as in `roles.yaml`: `GET /api/v1/review-tasks/{id}`. The server decides again. */
export function may(me: Me | undefined, call: string): boolean {
  return me?.calls.includes(call) ?? false;
}

export function useMay(call: string): boolean {
  return may(useMe(), call);
}

/** Calls back when the service no longer knows a session that it knew: nothing that was read stays in memory. */
export function watchSession(queries: QueryClient, ended: () => void): void {
  let ending = false;
  window.addEventListener(SESSION_ENDED, () => {
    if (ending || queries.getQueryData(ME) === undefined) return;
    ending = true;
    // The call that was refused is let fail first; clearing would cancel it.
    setTimeout(() => {
      queries.clear();
      ending = false;
      ended();
    });
  });
}
