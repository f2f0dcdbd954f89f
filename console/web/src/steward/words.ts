/** The words for parts and levels of weights, as the service keeps them; asked once. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { steward } from '../api/steward';

export function useWords(): (name: string) => string {
  const { i18n } = useTranslation();
  const words = useQuery({
    queryKey: ['words'],
    queryFn: ({ signal }) => steward.words(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const known = i18n.language === 'vi' ? words.data?.vietnamese : words.data?.english;
  return (name) => known?.[name] ?? name;
}
