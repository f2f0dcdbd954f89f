import { useTranslation } from 'react-i18next';
import type { Birth, IdentityNumber, Person, Sourced, SourceRecord, Telephone } from '../api';
import { country } from '../country';
import { birthKnown, day, place, telephone } from '../format';
import { isMasked, type OrMasked } from '../masks';
import { type NotChosen, notChosen, type Single, saidBy } from '../provenance';
import provinces from '../texts/provinces.json';
import { OrMask } from './MaskedValue';
import { Provenance, SaidBy } from './Provenance';
import { Tag } from './Tags';

/** What the master record says, each value with where it comes from. */
export function PersonFacts({ person }: { person: Person }) {
  const { t, i18n } = useTranslation();
  const home = person.home && !isMasked(person.home.value) ? place(person.home.value, provinces) : '';
  const homeShown = home !== '' || isMasked(person.home?.value);
  const others = (attribute: Single) => notChosen(person, attribute, provinces);
  const records = person.sourceRecords;
  return (
    <dl className="factList">
      <Row
        records={records}
        label={t('person.otherNames')}
        values={person.otherNames}
        show={(name) => <span lang="vi">{name.display}</span>}
      />
      <Row
        records={records}
        others={others('birth')}
        label={t('person.birth')}
        values={one(person.birth)}
        show={(birth) => <ShownBirth birth={birth} />}
        always
      />
      <Row
        records={records}
        label={t('person.sex')}
        values={one(person.sex)}
        show={(sex) => t(`sex.${sex}`)}
        always
        others={others('sex').map((other) => ({ ...other, shown: t(`sex.${other.shown}`) }))}
      />
      <Row
        records={records}
        label={t('person.telephones')}
        values={person.telephones}
        show={(value) => <ShownTelephone telephone={value} />}
      />
      <Row
        records={records}
        label={t('person.identityNumbers')}
        values={person.identityNumbers}
        show={(value) => <ShownNumber number={value} />}
      />
      <Row
        records={records}
        label={t('person.home')}
        values={homeShown ? one(person.home) : []}
        show={() => <span lang="vi">{home}</span>}
        others={others('home')}
        always
      />
      <Row
        records={records}
        others={others('ethnicGroup')}
        label={t('person.ethnicGroup')}
        values={one(person.ethnicGroup)}
        show={(group) => group}
      />
      <Row
        records={records}
        label={t('person.nationality')}
        values={one(person.nationality)}
        show={(code) => country(code, i18n.language)}
        others={others('nationality').map((other) => ({ ...other, shown: country(other.shown, i18n.language) }))}
      />
      <Row
        records={records}
        label={t('person.relatedPersons')}
        values={person.relatedPersons}
        show={(related) => (
          <>
            {t(`relation.${related.relationship}`)}
            {related.name ? `: ${related.name.display}` : ''}
            {related.telephone ? (
              <>
                {' · '}
                <OrMask
                  value={related.telephone}
                  show={(given) => (given.numbers[0] && telephone(given.numbers[0])) ?? given.written}
                />
              </>
            ) : null}
          </>
        )}
      />
    </dl>
  );
}

function one<T>(value: Sourced<T> | null): Sourced<T>[] {
  return value ? [value] : [];
}

function Row<T>({
  label,
  values,
  show,
  records,
  others = [],
  always = false,
}: {
  label: string;
  values: Sourced<OrMasked<T>>[];
  show: (value: T) => React.ReactNode;
  records: SourceRecord[];
  /** What other records say instead. */
  others?: NotChosen[];
  always?: boolean;
}) {
  const { t } = useTranslation();
  if (values.length === 0 && !always) return null;
  return (
    <div className="factRow">
      <dt>{label}</dt>
      {values.length === 0 ? <dd className="quiet">{t('notGiven')}</dd> : null}
      {values.map((sourced, at) => (
        <dd key={at}>
          <OrMask value={sourced.value} show={show} />
          <Provenance said={saidBy(records, sourced.from)} rule={sourced.rule} />
        </dd>
      ))}
      {others.length > 0 ? (
        <dd className="notChosen">
          <span className="quiet small">{t('person.otherValues')}:</span>
          <ul className="plainList">
            {others.map((other) => (
              <li key={other.shown}>
                <span lang="vi">{other.shown}</span>
                <span className="provenance">
                  <SaidBy said={other.from} />
                </span>
              </li>
            ))}
          </ul>
        </dd>
      ) : null}
    </div>
  );
}

function ShownBirth({ birth }: { birth: Birth }) {
  const { t } = useTranslation();
  const known = birthKnown(birth) ?? t('person.birthAge', { from: birth.from.slice(0, 4), to: birth.to.slice(0, 4) });
  return (
    <>
      {known}
      {birth.alternative ? ` ${t('person.birthOr', { date: day(birth.alternative) })}` : ''}
      <Written text={birth.written} shown={known} />
    </>
  );
}

function ShownTelephone({ telephone: given }: { telephone: Telephone }) {
  const { t } = useTranslation();
  const shown = given.numbers.length > 0 ? given.numbers.map(telephone).join(` / `) : given.written;
  return (
    <>
      {shown} <span className="quiet small">{t(`telephoneUse.${given.use}`)}</span>
      <Written text={given.written} shown={shown} />
    </>
  );
}

function ShownNumber({ number }: { number: IdentityNumber }) {
  const { t } = useTranslation();
  return (
    <>
      {number.number} <span className="quiet small">{t(`identityKind.${number.kind}`)}</span>{' '}
      {number.valid ? null : <Tag tone="warn">{t('person.numberSuspect')}</Tag>}
      <Written text={number.written} shown={number.number} />
    </>
  );
}

/** What stands in the source, where it differs from what was understood. */
function Written({ text, shown }: { text: string; shown: string }) {
  const { t } = useTranslation();
  if (day(text).replace(/[\s.]/g, '') === shown.replace(/\s/g, '')) return null;
  return <span className="quiet small"> {t('person.written', { text })}</span>;
}
