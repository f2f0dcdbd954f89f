import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dayOf, recordName } from '../format';
import type { Said } from '../provenance';
import { Tag } from './Tags';

/** Where a value comes from: the records that hold it, since when they say so, and the rule that chose it. */
export function Provenance({ said, rule }: { said: Said[]; rule: string }) {
  const { t } = useTranslation();
  return (
    <span className="provenance">
      {t('person.from')}: <SaidBy said={said} /> (
      {t('person.rule', { rule: t(`rule.${rule}`, { defaultValue: rule }) })})
      {rule === 'pinned' ? (
        <>
          {' '}
          <Tag tone="good">
            <IconPin size={12} aria-hidden /> {t('person.pinned')}
          </Tag>
        </>
      ) : null}
    </span>
  );
}

/** Records, each with the day when it was last written. */
export function SaidBy({ said }: { said: Said[] }) {
  const { t } = useTranslation();
  return said
    .map(({ record, at }) => `${t(`source.${record.source}`)} · ${recordName(record)}${at ? ` (${dayOf(at)})` : ''}`)
    .join('; ');
}
