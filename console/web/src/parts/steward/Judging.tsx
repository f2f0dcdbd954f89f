import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { type PersonOfRecord, type Sample, type SamplePair, steward, type TaskRecord } from '../../api/steward';
import { useKeys } from '../../steward/keys';
import { keyText } from '../../steward/people';
import { Failure } from '../Failure';
import { Comparison } from './Comparison';
import { Refused } from './Refused';
import { Weights } from './Weights';

type Verdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

/** One pair of a sample after the other, judged by keys; the last judgement can be thought better of. */
export function Judging({ sample, close }: { sample: Sample; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [judged, setJudged] = useState<SamplePair[]>([]);
  const [again, setAgain] = useState<SamplePair | null>(null);
  const pairs = useQuery({
    queryKey: ['pairs', sample.id],
    queryFn: ({ signal }) => steward.pairs(sample.id, signal),
    staleTime: 0,
  });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  const open = (pairs.data ?? []).filter((pair) => !judged.some((one) => one.number === pair.number));
  const present = again ?? open[0];
  const { refetch, isFetching } = pairs;
  const out = pairs.data !== undefined && pairs.data.length > 0 && open.length === 0;
  useEffect(() => {
    if (out && !isFetching) refetch();
  }, [out, isFetching, refetch]);
  const judge = useMutation({
    mutationFn: ({ pair, verdict }: { pair: SamplePair; verdict: Verdict }) =>
      steward.judge(sample.id, pair.number, verdict),
    onSuccess: (_, { pair }) => {
      setJudged((before) => [...before.filter((one) => one.number !== pair.number), pair]);
      setAgain(null);
      queries.invalidateQueries({ queryKey: ['samples'] });
      queries.invalidateQueries({ queryKey: ['quality'] });
    },
  });
  const say = (verdict: Verdict) => present && !judge.isPending && judge.mutate({ pair: present, verdict });
  useKeys({
    s: () => say('SAME'),
    d: () => say('DIFFERENT'),
    u: () => say('UNSURE'),
    z: () => setAgain(judged.at(-1) ?? null),
    Escape: close,
  });
  return (
    <div className="judging" ref={place} tabIndex={-1} aria-live="polite">
      {pairs.error ? <Failure fault={pairs.error} retry={() => pairs.refetch()} /> : null}
      {judge.error ? <Refused fault={judge.error} /> : null}
      {present ? <Pair key={present.number} pair={present} /> : pairs.data ? <p>{t('steward.sample.done')}</p> : null}
      <div className="decideButtons">
        <Button disabled={!present} color="teal.9" onClick={() => say('SAME')}>
          <kbd>S</kbd> {t('steward.decide.SAME')}
        </Button>
        <Button disabled={!present} color="red.9" onClick={() => say('DIFFERENT')}>
          <kbd>D</kbd> {t('steward.decide.DIFFERENT')}
        </Button>
        <Button disabled={!present} variant="default" onClick={() => say('UNSURE')}>
          <kbd>U</kbd> {t('steward.sample.unsure')}
        </Button>
        <Button disabled={judged.length === 0} variant="default" onClick={() => setAgain(judged.at(-1) ?? null)}>
          <kbd>Z</kbd> {t('steward.sample.again')}
        </Button>
        <Button variant="subtle" color="gray" onClick={close}>
          {t('steward.keys.close')}
        </Button>
      </div>
    </div>
  );
}

function Pair({ pair }: { pair: SamplePair }) {
  const { t } = useTranslation();
  const person = useQuery({
    queryKey: ['person', pair.masterId],
    queryFn: ({ signal }) => api.person(pair.masterId ?? '', signal),
    enabled: pair.masterId !== null,
  });
  const records = pair.records.flatMap((key): TaskRecord[] => {
    const found = person.data?.sourceRecords.find((record) => keyText(record) === key);
    return found
      ? [{ ...found, masterId: pair.masterId, recordsOfPerson: 1, person: found.person as PersonOfRecord }]
      : [];
  });
  return (
    <>
      <h3>{t('steward.sample.pair', { number: pair.number })}</h3>
      {person.error ? <Failure fault={person.error} /> : null}
      {person.data && records.length < 2 ? <p>{t('steward.sample.parted')}</p> : null}
      <div className="taskLayout">
        <div>{records.length === 2 ? <Comparison records={records} people={[]} /> : null}</div>
        <div>{pair.weight ? <Weights parts={pair.weight.parts} caption={t('steward.task.evidence')} /> : null}</div>
      </div>
    </>
  );
}
