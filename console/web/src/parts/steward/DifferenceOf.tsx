import { useTranslation } from 'react-i18next';
import type { Difference, DifferenceExample, WeightPart } from '../../api/steward';
import { count } from '../../format';
import { useWords } from '../../steward/words';
import { signed } from './Weights';

const MEASURES = [
  'peopleLinked',
  'peopleParted',
  'pairsLinked',
  'pairsParted',
  'questionsNow',
  'questionsThen',
] as const;

/** What would become of who is who if a model came into force: figures, then examples with both models' weights. */
export function DifferenceOf({ difference }: { difference: Difference }) {
  const { t, i18n } = useTranslation();
  const number = (value: number) => count(value, i18n.language);
  return (
    <div className="difference">
      <strong>{t('steward.difference.title', { against: difference.against })}</strong>
      <p className="small">
        {t('steward.difference.summary', {
          records: number(difference.records),
          now: number(difference.peopleNow),
          after: number(difference.peopleThen),
        })}
      </p>
      <table className="dataTable narrowTable">
        <thead>
          <tr>
            <th scope="col">{t('steward.difference.measure')}</th>
            <th scope="col" className="num">
              {t('steward.difference.figure')}
            </th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">{t(`steward.difference.${measure}`)}</th>
              <td className="num">{number(difference[measure])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Examples title={t('steward.difference.linked')} examples={difference.linked ?? []} />
      <Examples title={t('steward.difference.parted')} examples={difference.parted ?? []} />
    </div>
  );
}

function Examples({ title, examples }: { title: string; examples: DifferenceExample[] }) {
  const { t, i18n } = useTranslation();
  if (examples.length === 0) return null;
  return (
    <details className="behind small">
      <summary>
        {title} ({examples.length})
      </summary>
      <ul className="storyLines">
        {examples.map((example) => (
          <li key={example.recordA + example.recordB}>
            {t('steward.difference.example', {
              a: example.recordA,
              b: example.recordB,
              now: signed(example.now.bits, i18n.language),
              after: signed(example.then.bits, i18n.language),
            })}
            <Moved now={example.now.parts ?? []} then={example.then.parts ?? []} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The parts whose weight moved most between the two models. */
function Moved({ now, then }: { now: WeightPart[]; then: WeightPart[] }) {
  const { i18n } = useTranslation();
  const words = useWords();
  const moved = then
    .map((part) => ({ part, from: now.find((one) => one.name === part.name)?.bits ?? 0 }))
    .sort((one, other) => Math.abs(other.part.bits - other.from) - Math.abs(one.part.bits - one.from))
    .slice(0, 3);
  return (
    <span className="quiet">
      {' '}
      (
      {moved
        .map(
          ({ part, from }) =>
            `${words(part.name)}: ${signed(from, i18n.language)} → ${signed(part.bits, i18n.language)}`,
        )
        .join('; ')}
      )
    </span>
  );
}
