import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type Hit } from '../../api';
import { Failure } from '../Failure';
import { Loading } from '../Loading';

/** Finds another person by the box's own search, to be chosen. */
export function PickPerson({
  except,
  chosen,
  choose,
}: {
  except: string;
  chosen: Hit | null;
  choose: (hit: Hit) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const found = useQuery({
    queryKey: ['pick', query],
    queryFn: ({ signal }) => api.search(new URLSearchParams({ q: query, size: '6', facets: 'false' }), signal),
    enabled: query.length > 1,
    placeholderData: (before) => before,
  });
  const hits = (found.data?.hits ?? []).filter((hit) => hit.masterId !== except);
  return (
    <fieldset className="pick">
      <legend>{t('steward.pick.legend')}</legend>
      <TextInput
        data-autofocus
        label={t('steward.pick.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {found.error ? <Failure fault={found.error} retry={() => found.refetch()} /> : null}
      {found.isLoading ? <Loading rows={2} /> : null}
      {query.length > 1 && found.data && !found.error && hits.length === 0 ? (
        <p className="quiet small">{t('search.none')}</p>
      ) : null}
      {hits.map((hit) => (
        <label key={hit.masterId} className="pickRow">
          <input type="radio" name="other" checked={chosen?.masterId === hit.masterId} onChange={() => choose(hit)} />
          <span>
            <strong lang="vi">{hit.displayName ?? t('search.noName')}</strong>{' '}
            <span className="quiet small">
              {[...hit.births.map((birth) => birth.written), ...hit.homes.slice(0, 1)].join(' · ')} ·{' '}
              {t('search.records', { count: hit.sourceRecords.length })}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
