import { useTranslation } from 'react-i18next';
import type { Person } from '../../api';
import type { TaskRecord } from '../../api/steward';
import { country } from '../../country';
import { recordName } from '../../format';
import { difference, type Likeness, likeness } from '../../steward/difference';
import {
  ATTRIBUTES,
  type Attribute,
  BY_WORDS,
  type Line,
  NOT_COMPARED,
  paired,
  recorded,
  type Side,
  side,
  sides,
  type WordsOf,
} from '../../steward/people';
import { SourceTag } from '../Tags';

/** The two people side by side, attribute by attribute, what differs marked letter by letter. */
export function Comparison({ records, people }: { records: TaskRecord[]; people: (Person | undefined)[] }) {
  const { t, i18n } = useTranslation();
  const words: WordsOf = (group, code) => {
    switch (group) {
      case 'sex':
        return t(`sex.${code}`);
      case 'role':
        return t(`role.${code}`);
      case 'nationality':
        return country(code, i18n.language);
    }
  };
  const [one = [], other = []] = sides(records, people);
  const [left, right] = [side(one, words), side(other, words)];
  const several = one.length + other.length > 2;
  const shown = ATTRIBUTES.filter((attribute) => left[attribute].length + right[attribute].length > 0);
  const apart = records[0]?.masterId !== records[1]?.masterId;
  return (
    <table className="comparison">
      <caption className="visuallyHidden">{t('steward.task.comparison')}</caption>
      <thead>
        <tr>
          <th scope="col" className="attribute">
            <span className="visuallyHidden">{t('steward.task.attribute')}</span>
          </th>
          {[left, right].map((shownSide, at) => (
            <th key={`${records[at]?.table}/${records[at]?.localId}`} scope="col">
              <Heading side={shownSide} record={records[at]} at={at} members={(at === 0 ? one : other).length} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((attribute) => (
          <Row
            key={attribute}
            attribute={attribute}
            left={left[attribute]}
            right={right[attribute]}
            withSource={several}
          />
        ))}
        {apart ? <Recorded people={people} /> : null}
      </tbody>
    </table>
  );
}

function Heading(props: { side: Side; record: TaskRecord | undefined; at: number; members: number }) {
  const { t } = useTranslation();
  const { side: shown, record, at, members } = props;
  if (!record) return <span className="quiet">{t('steward.task.deleted')}</span>;
  return (
    <>
      <span className="quiet small">
        {t(at === 0 ? 'steward.task.one' : 'steward.task.other')}
        {members > 1 ? ` · ${t('search.records', { count: members })}` : ''}
      </span>
      <span className="comparedName" lang="vi">
        {record.masterId ? (
          <a href={`/people/${record.masterId}`} target="_blank" rel="noreferrer">
            {shown.names[0]?.text ?? t('search.noName')}
            <span className="visuallyHidden"> {t('steward.task.newWindow')}</span>
          </a>
        ) : (
          (shown.names[0]?.text ?? t('search.noName'))
        )}
      </span>
      <span className="small">
        <SourceTag source={record.source} /> <span className="quiet">{recordName(record)}</span>
      </span>
    </>
  );
}

const SIGNS: Record<Likeness, string> = { same: '=', marks: '≈', part: '≈', differs: '≠', 'one-sided': '', none: '' };

function Row(props: { attribute: Attribute; left: Line[]; right: Line[]; withSource: boolean }) {
  const { t } = useTranslation();
  const { attribute, left, right } = props;
  const compared = !NOT_COMPARED.has(attribute);
  const found: Likeness = compared
    ? likeness(
        left.map((line) => line.text),
        right.map((line) => line.text),
      )
    : 'none';
  const pairs = paired(left, right);
  const marked = compared && !BY_WORDS.has(attribute);
  return (
    <tr data-found={found}>
      <th scope="row" className="attribute">
        {t(`steward.attribute.${attribute}`)}
        {found !== 'none' && SIGNS[found] ? (
          <span className="sign" data-found={found}>
            <span aria-hidden>{SIGNS[found]}</span>
            <span className="visuallyHidden">{t(`steward.found.${found}`)}</span>
          </span>
        ) : null}
      </th>
      {(['left', 'right'] as const).map((which) => (
        <td key={which}>
          {pairs.every((pair) => !pair[which]) ? <span className="quiet">{t('steward.task.nothing')}</span> : null}
          {pairs.map((pair) => {
            const line = pair[which];
            if (!line) return null;
            const against = pair[which === 'left' ? 'right' : 'left'];
            return (
              <Value
                key={line.text}
                line={line}
                against={marked && found !== 'same' ? against : undefined}
                withSource={props.withSource}
              />
            );
          })}
        </td>
      ))}
    </tr>
  );
}

/** As many records, or cases, as are named; of more it is only said how many. */
const FEW = 3;

function Value({ line, against, withSource }: { line: Line; against: Line | undefined; withSource: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="comparedValue" lang="vi">
      {against ? <Letters text={line.text} against={against.text} /> : line.text}
      {withSource ? (
        <span className="provenance" title={line.from.map(recordName).join(', ')}>
          {line.from.slice(0, FEW).map(recordName).join(', ')}
          {line.from.length > FEW ? ` ${t('steward.task.more', { count: line.from.length - FEW })}` : ''}
        </span>
      ) : null}
    </div>
  );
}

function Letters({ text, against }: { text: string; against: string }) {
  const pieces = difference(text, against).left;
  return (
    <>
      {pieces.map((piece, at) =>
        piece.differs ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
      )}
    </>
  );
}

/** Cases and contacts of both: what they are there for often tells more than the facts. */
function Recorded({ people }: { people: (Person | undefined)[] }) {
  const { t } = useTranslation();
  const both = people.map((person) => (person ? recorded(person) : undefined));
  if (both.every((one) => one === undefined || (one.cases.length === 0 && one.contacts === 0))) return null;
  return (
    <tr>
      <th scope="row" className="attribute">
        {t('steward.attribute.recorded')}
      </th>
      {[0, 1].map((at) => (
        <td key={at}>
          {both[at]?.cases.slice(0, FEW).map((line) => (
            <div key={line} className="comparedValue">
              {line}
            </div>
          ))}
          {both[at] && both[at].cases.length > FEW ? (
            <div className="comparedValue quiet small">
              {t('steward.task.more', { count: both[at].cases.length - FEW })}
            </div>
          ) : null}
          {both[at] && both[at].contacts > 0 ? (
            <div className="comparedValue">
              {t('steward.task.contacts', { count: both[at].contacts, last: both[at].last })}
            </div>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
