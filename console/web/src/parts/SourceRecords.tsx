import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Flag, SourceRecord } from '../api';
import { day, place, recordName, time } from '../format';
import type { OrMasked } from '../masks';
import provinces from '../texts/provinces.json';
import { AllOrMask, OrMask } from './MaskedValue';
import { SourceTag, Tag } from './Tags';

/** What the master record is made of: each source record as it was written, and why it belongs here. */
export function SourceRecords({ records }: { records: SourceRecord[] }) {
  return (
    <div>
      {records.map((record) => (
        <OneRecord key={`${record.source}/${record.table}/${record.localId}`} record={record} />
      ))}
    </div>
  );
}

function OneRecord({ record }: { record: SourceRecord }) {
  const { t } = useTranslation();
  const { person } = record;
  const written: [string, React.ReactNode][] = [
    [t('person.birth'), person.birth ? day(person.birth.written) : ''],
    [t('person.telephones'), some(person.telephones, (telephone) => telephone.written)],
    [t('person.identityNumbers'), some(person.identityNumbers, (number) => number.written)],
    [t('person.home'), person.home ? <OrMask value={person.home} show={(home) => place(home, provinces)} /> : ''],
    [
      t('person.ethnicGroup'),
      person.writtenEthnicGroup ? <OrMask value={person.writtenEthnicGroup} show={(group) => group} /> : '',
    ],
    [
      t('mask.disability'),
      person.disability === null || person.disability === undefined ? (
        ''
      ) : (
        <OrMask value={person.disability} show={(disability) => t(disability ? 'mask.yes' : 'mask.no')} />
      ),
    ],
    [t('person.flags'), person.flags.map((flag) => inWords(t, flag)).join('; ')],
  ];
  return (
    <article style={{ padding: '0.7rem 0', borderTop: '1px solid var(--line)' }}>
      <span className="hitTitle">
        <SourceTag source={record.source} />
        <span className="small">{recordName(record)}</span>
        <Tag>{t(`role.${person.role}`)}</Tag>
        <Tag tone={record.linkKind === 'asserted' ? 'good' : 'plain'}>{t(`linkKind.${record.linkKind}`)}</Tag>
      </span>
      <div lang="vi" style={{ marginTop: '0.3rem', fontWeight: 550 }}>
        {person.names.length > 0 ? (
          person.names.map((name) => name.written).join(' · ')
        ) : (
          <span className="quiet">{t('person.noNameWritten')}</span>
        )}
      </div>
      <dl className="details">
        {written
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}:</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {person.note ? (
        <p className="longText" lang="vi">
          <OrMask value={person.note} show={(note) => note} />
        </p>
      ) : null}
      <span className="provenance">
        {t('person.recordCreated', { time: time(person.createdAt) })}
        {person.updatedAt ? `, ${t('person.recordUpdated', { time: time(person.updatedAt) })}` : ''}
      </span>
    </article>
  );
}

/** The values of a list, or their masks; nothing of an empty one. */
function some<T>(values: OrMasked<T>[], show: (value: T) => string): React.ReactNode {
  return values.length === 0 ? '' : <AllOrMask values={values} show={show} />;
}

/** What its reader must know of a value, such as "birth: day and month may be swapped". */
function inWords(t: TFunction, flag: Flag): string {
  const field = t(`field.${flag.field}`, { defaultValue: flag.field });
  return `${field}: ${t(`flag.${flag.code}`, { defaultValue: flag.code })}`;
}
