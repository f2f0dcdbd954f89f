import { useTranslation } from 'react-i18next';
import type { RecordKey } from '../api';
import { recordName } from '../format';

export type Tone = 'plain' | 'switchboard' | 'hotline' | 'good' | 'warn' | 'bad';

export function Tag({ tone = 'plain', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span className="tag" data-tone={tone}>
      {children}
    </span>
  );
}

/** Which of the two systems something comes from: told by words, and by a tint beside them. */
export function SourceTag({ source }: { source: string }) {
  const { t } = useTranslation();
  return <Tag tone={source === 'switchboard' ? 'switchboard' : 'hotline'}>{t(`source.${source}`)}</Tag>;
}

/** Where a value comes from: the records that hold it, and the rule that chose it. */
export function Provenance({ from, rule }: { from: RecordKey[]; rule: string }) {
  const { t } = useTranslation();
  const records = from.map((key) => `${t(`source.${key.source}`)} · ${recordName(key)}`).join('; ');
  return (
    <span className="provenance">
      {t('person.from')}: {records} ({t('person.rule', { rule: t(`rule.${rule}`, { defaultValue: rule }) })})
    </span>
  );
}
