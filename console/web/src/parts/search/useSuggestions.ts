import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type Suggestion, searchApi } from '../../api/search';

const PAUSE = 80;
const NONE: Suggestion[] = [];

/** What a text that is being typed may become; nothing while search is away: the page says so where people are listed. */
export function useSuggestions(typed: string, wanted: boolean): Suggestion[] {
  const [text] = useDebouncedValue(typed, PAUSE);
  const asked = text.trimStart();
  const answer = useQuery({
    queryKey: ['suggestions', asked],
    queryFn: ({ signal }) => searchApi.suggestions(asked, signal),
    enabled: wanted && asked.trim().length >= 2,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 30_000,
  });
  return wanted && typed.trim().length >= 2 && !answer.error ? (answer.data?.items ?? NONE) : NONE;
}
