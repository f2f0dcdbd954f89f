import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Neighbourhood, steward, type Task } from '../../api/steward';
import { recordName } from '../../format';
import { layout } from '../../steward/graph';
import { keyText } from '../../steward/people';
import { Empty } from '../Empty';
import { Failure } from '../Failure';
import { Loading } from '../Loading';
import { SourceTag } from '../Tags';
import { signed } from './Weights';

/** Who stands near the two people, as a picture and as a list. */
export function Neighbours({ task }: { task: Task }) {
  const { t } = useTranslation();
  const near = useQuery({
    queryKey: ['neighbourhood', task.id, task.version],
    queryFn: ({ signal }) => steward.neighbourhood(task.id, signal),
  });
  return (
    <section className="surface section" aria-labelledby="neighbours" style={{ marginTop: '1.25rem' }}>
      <h2 id="neighbours">{t('steward.near.title')}</h2>
      {near.error ? <Failure fault={near.error} retry={() => near.refetch()} /> : null}
      {near.isPending ? <Loading rows={3} /> : null}
      {near.data?.records.length === 0 ? <Empty title={t('steward.near.none')} /> : null}
      {near.data && near.data.records.length > 0 ? (
        <div className="nearLayout">
          <Picture near={near.data} />
          <List near={near.data} />
        </div>
      ) : null}
    </section>
  );
}

function Picture({ near }: { near: Neighbourhood }) {
  const { t } = useTranslation();
  const { spots, people, width, height } = layout(near);
  const name = (at: number) => near.records[at]?.name ?? t('search.noName');
  return (
    <div className="scroller">
      <svg
        className="graph"
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxWidth: Math.max(width * 1.4, 260) }}
        role="img"
        aria-label={t('steward.near.picture')}
      >
        {people.map((person) => (
          <circle
            key={person.masterId}
            className="person"
            data-asked={person.asked}
            cx={person.x}
            cy={person.y}
            r={person.radius}
          />
        ))}
        {near.ties.map((tie) => {
          const [a, b] = [spots.get(keyText(tie.a)), spots.get(keyText(tie.b))];
          if (!a || !b) return null;
          const kind =
            tie.said === 'DIFFERENT_PEOPLE'
              ? 'apart'
              : tie.said
                ? 'said'
                : (tie.bits ?? 0) >= near.linkBits
                  ? 'link'
                  : 'possible';
          return (
            <line
              key={keyText(tie.a) + keyText(tie.b)}
              className="tie"
              data-kind={kind}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
            />
          );
        })}
        {near.records.map((record, at) => {
          const spot = spots.get(keyText(record.key));
          return spot ? (
            <g key={keyText(record.key)}>
              <title>{`${name(at)} (${recordName(record.key)})`}</title>
              <circle className="record" data-source={record.key.source} cx={spot.x} cy={spot.y} r={11} />
              <text x={spot.x} y={spot.y + 4} textAnchor="middle">
                {at + 1}
              </text>
            </g>
          ) : null;
        })}
      </svg>
      <p className="quiet small">{t('steward.near.legend')}</p>
    </div>
  );
}

type Tie = Neighbourhood['ties'][number];

/** As many ties between people as are told at once. */
const MOST = 12;

function List({ near }: { near: Neighbourhood }) {
  const { t } = useTranslation();
  const personOf = new Map(near.records.map((record) => [keyText(record.key), record.masterId]));
  const isAcross = (tie: Tie) => personOf.get(keyText(tie.a)) !== personOf.get(keyText(tie.b));
  const strongest = near.ties.toSorted((one, other) => (other.bits ?? 0) - (one.bits ?? 0));
  const across = strongest.filter(isAcross);
  const others = [...across.slice(MOST), ...strongest.filter((tie) => !isAcross(tie))];
  return (
    <div>
      <ol className="nearRecords">
        {near.records.map((record) => (
          <li key={keyText(record.key)}>
            <span lang="vi">{record.name ?? t('search.noName')}</span> <SourceTag source={record.key.source} />{' '}
            <span className="quiet small">{recordName(record.key)}</span>
            {record.asked ? null : <span className="quiet small"> · {t('steward.near.neighbour')}</span>}
          </li>
        ))}
      </ol>
      <Ties near={near} ties={across.slice(0, MOST)} />
      {others.length > 0 ? (
        <details className="behind">
          <summary>{t('steward.near.more', { count: others.length })}</summary>
          <Ties near={near} ties={others} />
        </details>
      ) : null}
      {near.left > 0 ? <p className="quiet small">{t('steward.near.left', { count: near.left })}</p> : null}
    </div>
  );
}

function Ties({ near, ties }: { near: Neighbourhood; ties: Tie[] }) {
  const { t, i18n } = useTranslation();
  const number = new Map(near.records.map((record, at) => [keyText(record.key), at + 1]));
  return (
    <ul className="ties">
      {ties.map((tie) => (
        <li key={keyText(tie.a) + keyText(tie.b)}>
          {number.get(keyText(tie.a))} – {number.get(keyText(tie.b))}:{' '}
          {[
            tie.said ? t(`steward.near.said.${tie.said}`) : null,
            tie.bits === null
              ? null
              : t(tie.bits >= near.linkBits ? 'steward.near.link' : 'steward.near.possible', {
                  bits: signed(tie.bits, i18n.language),
                }),
          ]
            .filter((part) => part)
            .join('; ')}
        </li>
      ))}
    </ul>
  );
}
