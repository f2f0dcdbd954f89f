/** Whether the search server answers: what was taken in is not found while it does not, however little waits. */
import { useQuery } from '@tanstack/react-query';

const EVERY = 10_000;

export interface Health {
  components?: Record<string, { status?: string } | undefined>;
}

/** Only what is told to be down is: who is told of no parts knows nothing. */
export function searchIsAway(health: Health | undefined): boolean {
  return health?.components?.search?.status === 'DOWN';
}

/** Asked again and again while a page is shown. */
export function useSearchAway(): boolean {
  const health = useQuery({
    queryKey: ['health'],
    // An answer of 503 says what is down: it is read like any other.
    queryFn: async ({ signal }): Promise<Health> => (await fetch('/actuator/health', { signal })).json(),
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
  });
  return searchIsAway(health.data);
}
