import { Alert, Button, Checkbox, Group, Modal } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type DeadLetter } from '../api';
import { equipmentApi, type Replayed } from '../api/equipment';
import { count, time } from '../format';
import { reasonWords } from '../reasonWords';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { SourceTag } from './Tags';

const EVERY = 15_000;
const PORTION = 100;

type Asked = { ids: number[] } | 'all';

const nameOf = (letter: DeadLetter) => `${letter.table} ${letter.localId}`;

/** Tries all that are asked for again, portion by portion, and tells how far it is. */
async function replayed(asked: Asked, progress: (tried: number) => void): Promise<Replayed> {
  let sum: Replayed = { tried: 0, settled: 0, open: 0, next: null };
  const add = (portion: Replayed) => {
    sum = { ...portion, tried: sum.tried + portion.tried, settled: sum.settled + portion.settled };
    progress(sum.tried);
  };
  if (asked === 'all') {
    for (let after: number | null = 0; after !== null; after = sum.next) add(await equipmentApi.replayAfter(after));
  } else {
    for (let at = 0; at < asked.ids.length; at += PORTION) {
      add(await equipmentApi.replay(asked.ids.slice(at, at + PORTION)));
    }
  }
  return sum;
}

/** What could not be processed, with its reasons; who may can try one, several or all again. */
export function DeadLettersPanel({ mayReplay }: { mayReplay: boolean }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [tried, setTried] = useState(0);
  const letters = useInfiniteQuery({
    queryKey: ['dead-letters'],
    queryFn: ({ pageParam, signal }) => api.deadLetters(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: EVERY,
  });
  const replay = useMutation({
    mutationFn: (which: Asked) => {
      setTried(0);
      return replayed(which, setTried);
    },
    onSettled: () => {
      setChosen(new Set());
      queries.invalidateQueries({ queryKey: ['dead-letters'] });
      queries.invalidateQueries({ queryKey: ['pipeline'] });
    },
  });
  const items = letters.data?.pages.flatMap((page) => page.items) ?? [];
  const total = letters.data?.pages[0]?.total ?? 0;
  const there = items.filter((letter) => chosen.has(letter.id)).map((letter) => letter.id);
  const every = items.length > 0 && there.length === items.length;
  const number = (value: number) => count(value, i18n.language);

  function choose(id: number, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  function confirmed() {
    if (asked) replay.mutate(asked);
    setAsked(null);
  }

  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters" style={{ fontSize: '1rem' }}>
        {t('pipeline.deadLetters')}
      </h2>
      {letters.error ? <Failure fault={letters.error} retry={() => letters.refetch()} /> : null}
      {letters.isPending ? <Loading rows={2} /> : null}
      {replay.error ? <Failure fault={replay.error} /> : null}
      <div role="status">
        {replay.isPending ? <Alert variant="light">{t('equipment.progress', { tried: number(tried) })}</Alert> : null}
        {replay.data && !replay.isPending ? (
          <Alert variant="light" color={replay.data.settled === replay.data.tried ? 'teal' : 'yellow'} mb="sm">
            {t('equipment.result', {
              tried: number(replay.data.tried),
              settled: number(replay.data.settled),
              open: number(replay.data.open),
            })}
          </Alert>
        ) : null}
      </div>
      {letters.data && items.length === 0 ? (
        <div className="surface empty quiet">{t('pipeline.deadLettersEmpty')}</div>
      ) : null}
      {mayReplay && items.length > 0 ? (
        <Group gap="xs" mb="xs">
          <Button
            size="xs"
            variant="default"
            disabled={there.length === 0 || replay.isPending}
            onClick={() => setAsked({ ids: there })}
          >
            {t('equipment.replaySelected', { count: there.length })}
          </Button>
          <Button size="xs" variant="default" disabled={replay.isPending} onClick={() => setAsked('all')}>
            {t('equipment.replayAll')}
          </Button>
          <span className="quiet small">{t('equipment.total', { count: total })}</span>
        </Group>
      ) : null}
      {items.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
        <section className="surface scroller" tabIndex={0} aria-labelledby="dead-letters">
          <table className="dataTable wraps">
            <thead>
              <tr>
                {mayReplay ? (
                  <th scope="col">
                    <Checkbox
                      size="xs"
                      aria-label={t('equipment.selectAll')}
                      checked={every}
                      indeterminate={there.length > 0 && !every}
                      onChange={(event) =>
                        setChosen(new Set(event.currentTarget.checked ? items.map((letter) => letter.id) : []))
                      }
                    />
                  </th>
                ) : null}
                <th scope="col">{t('pipeline.record')}</th>
                <th scope="col">{t('pipeline.reason')}</th>
                <th scope="col">{t('pipeline.since')}</th>
                <th scope="col" className="num">
                  {t('pipeline.tries')}
                </th>
                {mayReplay ? <th scope="col">{t('pipeline.action')}</th> : null}
              </tr>
            </thead>
            <tbody>
              {items.map((letter) => (
                <tr key={letter.id}>
                  {mayReplay ? (
                    <td>
                      <Checkbox
                        size="xs"
                        aria-label={t('equipment.select', { record: nameOf(letter) })}
                        checked={chosen.has(letter.id)}
                        onChange={(event) => choose(letter.id, event.currentTarget.checked)}
                      />
                    </td>
                  ) : null}
                  <td>
                    <SourceTag source={letter.source} /> {nameOf(letter)}
                  </td>
                  <td className="wrap" data-label={t('pipeline.reason')}>
                    {reasonWords(t, letter.reason)}
                  </td>
                  <td className="keep" data-label={t('pipeline.since')}>
                    {time(letter.firstAt)}
                    {letter.lastAt === letter.firstAt ? null : (
                      <div className="quiet small">{t('deadLetterTimes.last', { time: time(letter.lastAt) })}</div>
                    )}
                  </td>
                  <td className="num" data-label={t('pipeline.tries')}>
                    {letter.tries}
                  </td>
                  {mayReplay ? (
                    <td>
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={replay.isPending}
                        aria-label={t('pipeline.replayOf', { record: nameOf(letter) })}
                        onClick={() => replay.mutate({ ids: [letter.id] })}
                      >
                        {t('pipeline.replay')}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {letters.hasNextPage ? (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={letters.isFetchingNextPage}
          onClick={() => letters.fetchNextPage()}
        >
          {t('equipment.more')}
        </Button>
      ) : null}
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={t('equipment.confirmTitle')}
        closeButtonProps={{ 'aria-label': t('equipment.close') }}
      >
        <p style={{ marginTop: 0 }}>
          {t('equipment.confirmBody', { count: asked === 'all' ? total : (asked?.ids.length ?? 0) })}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setAsked(null)}>
            {t('equipment.cancel')}
          </Button>
          <Button onClick={confirmed}>{t('equipment.confirm')}</Button>
        </Group>
      </Modal>
    </section>
  );
}
