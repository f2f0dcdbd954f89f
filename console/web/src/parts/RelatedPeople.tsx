import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { personApi, type RelatedOne } from '../api/person';
import { comparePeople } from '../collation';
import { birthKnown, telephone } from '../format';
import { isMasked, maskText, type OrMasked } from '../masks';
import { type Group, groupOf, pictureHeight, tieText } from '../relations';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { SourceTag, Tag } from './Tags';

const RelationsGraph = lazy(() => import('./RelationsGraph'));

const GROUPS: Group[] = ['family', 'case', 'telephone'];
/** More than these would be no picture but a tangle; the list tells all. */
const MOST_IN_GRAPH = 14;
const FEW_CASES = 3;

/** Who is related to the person: a picture for the eye, and the list that says the same to everybody. */
export function RelatedPeople({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const relations = useQuery({
    queryKey: ['relations', id],
    queryFn: ({ signal }) => personApi.relations(id, signal),
  });
  if (relations.error) return <Failure fault={relations.error} retry={() => relations.refetch()} />;
  if (!relations.data) return <Loading rows={2} />;
  const { people, commonTelephones, all } = relations.data;
  if (people.length === 0 && commonTelephones.length === 0) return <p className="quiet">{t('relations.none')}</p>;
  return (
    <>
      {people.length > 1 && people.length <= MOST_IN_GRAPH ? (
        <Suspense fallback={<div style={{ aspectRatio: `520 / ${pictureHeight(people.length) + 26}` }} />}>
          <RelationsGraph people={people} name={name} />
        </Suspense>
      ) : null}
      {GROUPS.map((group) => (
        <GroupOfPeople key={group} group={group} people={people.filter((other) => groupOf(other) === group)} />
      ))}
      {commonTelephones.map(({ number, people: holders }, at) => (
        <p key={at} className="small" style={{ margin: '0.6rem 0 0' }}>
          <Tag tone="warn">{t('relations.common')}</Tag>{' '}
          {t('relations.commonBody', { number: numberText(number), count: holders })}
        </p>
      ))}
      {all ? null : <p className="quiet small">{t('relations.more')}</p>}
    </>
  );
}

function GroupOfPeople({ group, people }: { group: Group; people: RelatedOne[] }) {
  const { t } = useTranslation();
  if (people.length === 0) return null;
  const sorted = [...people].sort((a, b) => comparePeople(a.displayName ?? '', b.displayName ?? ''));
  return (
    <>
      <h3 className="groupTitle">
        {t(`relations.group.${group}`)} ({people.length})
      </h3>
      <ul className="plainList">
        {sorted.map((other) => (
          <OneRelated key={other.masterId} other={other} />
        ))}
      </ul>
    </>
  );
}

function numberText(number: OrMasked<string>): string {
  return isMasked(number) ? maskText(number) : telephone(number);
}

function OneRelated({ other }: { other: RelatedOne }) {
  const { t } = useTranslation();
  const facts = [
    other.sex && other.sex !== 'UNKNOWN' ? t(`sex.${other.sex}`) : '',
    other.birth ? (birthKnown(other.birth) ?? other.birth.written) : '',
  ].filter((fact) => fact !== '');
  return (
    <li className="related">
      <span className="hitTitle">
        <Link to="/people/$id" params={{ id: other.masterId }} className="relatedName">
          <span lang={other.displayName ? 'vi' : undefined}>{other.displayName ?? t('search.noName')}</span>
        </Link>
        {facts.length > 0 ? <span className="quiet small">{facts.join(' · ')}</span> : null}
        {other.roles.map((role) => (
          <Tag key={role}>{t(`role.${role}`)}</Tag>
        ))}
        {[...other.sources].sort().map((source) => (
          <SourceTag key={source} source={source} />
        ))}
      </span>
      <ul className="plainList small">
        {other.cases.slice(0, FEW_CASES).map((tie) => {
          const { key, relation } = tieText(tie);
          const known = relation !== 'UNKNOWN' && relation !== 'OTHER';
          return (
            <li key={`${tie.key.source}/${tie.key.localId}`}>
              {known && (key === 'reportedThis' || key === 'reportedByThis')
                ? t(`relations.tieKnown.${key}`, { relation: t(`relation.${relation}`), number: tie.caseNumber })
                : t(`relations.tie.${key}`, { number: tie.caseNumber })}
            </li>
          );
        })}
        {other.cases.length > FEW_CASES ? (
          <li className="quiet">{t('relations.moreCases', { count: other.cases.length - FEW_CASES })}</li>
        ) : null}
        {other.telephones.map((number, at) => (
          <li key={at}>{t('relations.sameTelephone', { number: numberText(number) })}</li>
        ))}
      </ul>
    </li>
  );
}
