import { Button, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Sample, steward } from '../../api/steward';
import { time } from '../../format';
import { useMay } from '../../session';
import { percent } from '../../steward/figures';
import { Empty } from '../Empty';
import { Failure } from '../Failure';
import { Loading } from '../Loading';
import { Judging } from './Judging';
import { Refused } from './Refused';

/** Samples of automatic links that stewards judge: precision is estimated from them. */
export function Samples() {
  const { t } = useTranslation();
  const mayDraw = useMay('POST /api/v1/quality/samples');
  const mayJudge = useMay('POST /api/v1/quality/samples/{id}/pairs/{number}');
  const [judged, setJudged] = useState<number | null>(null);
  const samples = useQuery({ queryKey: ['samples'], queryFn: ({ signal }) => steward.samples(signal) });
  const present = samples.data?.find((sample) => sample.id === judged);
  return (
    <section className="surface section" aria-labelledby="samples" style={{ marginTop: '1.25rem' }}>
      <h2 id="samples">{t('steward.sample.title')}</h2>
      <p className="quiet small">{t('steward.sample.lead')}</p>
      {samples.error ? <Failure fault={samples.error} retry={() => samples.refetch()} /> : null}
      {samples.isPending ? <Loading rows={2} /> : null}
      {samples.data?.length === 0 ? <Empty title={t('steward.sample.none')} /> : null}
      <ul className="notes">
        {samples.data?.map((sample) => (
          <li key={sample.id} className="decisionLine">
            <OneSample
              sample={sample}
              judge={mayJudge && sample.open > 0 && judged !== sample.id ? () => setJudged(sample.id) : null}
            />
          </li>
        ))}
      </ul>
      {present ? <Judging sample={present} close={() => setJudged(null)} /> : null}
      {mayDraw ? <Draw /> : null}
    </section>
  );
}

function OneSample({ sample, judge }: { sample: Sample; judge: (() => void) | null }) {
  const { t, i18n } = useTranslation();
  const { estimate } = sample;
  const share = (value: number) => percent(value, 1, i18n.language);
  return (
    <>
      <span className="hitTitle">
        <strong>{t('steward.sample.of', { number: sample.id, count: sample.pairs })}</strong>
        <span className="quiet small">
          {sample.author}, {time(sample.drawnAt)} · {sample.reason}
        </span>
      </span>
      <div className="small">
        {estimate
          ? t('steward.sample.estimate', {
              precision: share(estimate.precision),
              low: share(estimate.interval.low),
              high: share(estimate.interval.high),
              judged: estimate.judged,
              unsure: estimate.unsure,
            })
          : t('steward.sample.notJudged')}{' '}
        {t('steward.sample.open', { count: sample.open })}
      </div>
      {judge ? (
        <Button
          size="compact-sm"
          mt={6}
          onClick={judge}
          aria-label={t('steward.sample.judgeOf', { number: sample.id })}
        >
          {t('steward.sample.judge')}
        </Button>
      ) : null}
    </>
  );
}

function Draw() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [size, setSize] = useState<number | string>(200);
  const [reason, setReason] = useState('');
  const draw = useMutation({
    // Another sample is another draw: the seed tells them apart.
    mutationFn: () => steward.draw(Number(size), Math.floor(Date.now() / 1000), reason.trim()),
    onSuccess: () => {
      setReason('');
      queries.invalidateQueries({ queryKey: ['samples'] });
    },
  });
  return (
    <form
      className="filterRow"
      style={{ margin: '1rem 0 0' }}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') draw.mutate();
      }}
    >
      <NumberInput
        label={t('steward.sample.size')}
        min={1}
        max={2000}
        value={size}
        onChange={setSize}
        hideControls
        w={110}
      />
      <TextInput
        label={t('steward.reason.label')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        style={{ flex: 1, minWidth: '12rem' }}
      />
      <Button type="submit" variant="default" loading={draw.isPending} disabled={reason.trim() === '' || !size}>
        {t('steward.sample.draw')}
      </Button>
      {draw.error ? <Refused fault={draw.error} /> : null}
    </form>
  );
}
