/** Who has logged in, as far as the pages must know. */
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api, CallFailed, type Me } from './api';

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
