import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ModelWeights, steward } from '../../api/steward';
import { count } from '../../format';
import { percent } from '../../steward/figures';
import { useWords } from '../../steward/words';
import { Failure } from '../Failure';
import { signed } from './Weights';

/** What a model weighs, in words, for one kind of pair at a time. */
export function ModelWeightsTable({ version }: { version: string }) {
  const { t } = useTranslation();
  const weights = useQuery({
    queryKey: ['weights', version],
    queryFn: ({ signal }) => steward.weights(version, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (weights.error) return <Failure fault={weights.error} retry={() => weights.refetch()} />;
  if (!weights.data) return <Skeleton height={240} mt="sm" />;
  return weights.data.kinds.length === 0 ? (
    <p className="quiet">{t('steward.model.notTrained')}</p>
  ) : (
    <Table weights={weights.data} />
  );
}

function Table({ weights }: { weights: ModelWeights }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const [at, setAt] = useState(0);
  const kind = weights.kinds[at];
  const most = Math.max(1, ...(kind?.features ?? []).flatMap((one) => one.levels.map((level) => Math.abs(level.bits))));
  const kindName = (name: string) =>
    name
      .split('+')
      .map((record) => t(`steward.model.kindOfRecord.${record}`, { defaultValue: record }))
      .join(' + ');
  return (
    <div style={{ marginTop: '0.75rem' }}>
      <p className="small">
        {t('steward.model.population', {
          number: count(weights.population, i18n.language),
          link: percent(weights.linkAbove ?? 0, 1, i18n.language),
          possible: percent(weights.possibleAbove ?? 0, 1, i18n.language),
        })}
      </p>
      <NativeSelect
        label={t('steward.model.pairKind')}
        value={at}
        onChange={(event) => setAt(Number(event.currentTarget.value))}
        data={weights.kinds.map((one, index) => ({ value: String(index), label: kindName(one.name) }))}
        maw={320}
      />
      {kind ? (
        <>
          <p className="small">{t('steward.model.prior', { bits: signed(kind.prior, i18n.language) })}</p>
          <table className="waterfall modelWeights">
            <thead>
              <tr>
                <th scope="col">{t('steward.model.level')}</th>
                <td />
                <th scope="col" className="num">
                  {t('steward.model.bits')}
                </th>
              </tr>
            </thead>
            {kind.features.map((feature) => (
              <tbody key={feature.name}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className="group">
                    {words(feature.name)}
                  </th>
                </tr>
                {feature.levels.map((level) => (
                  <tr key={level.level}>
                    <th scope="row">{words(level.level)}</th>
                    <td className="bars">
                      <span
                        className="bar"
                        data-sign={level.bits < 0 ? 'against' : 'for'}
                        style={{
                          left: `${50 + Math.min(0, (50 * level.bits) / most)}%`,
                          width: `${(50 * Math.abs(level.bits)) / most}%`,
                        }}
                      />
                      <span className="zero" style={{ left: '50%' }} />
                    </td>
                    <td className="num">{signed(level.bits, i18n.language)}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </>
      ) : null}
    </div>
  );
}
