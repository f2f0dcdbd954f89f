import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Hit as FoundHit, Highlight } from '../api';
import { birthSpans, dayOf, telephones } from '../format';
import { shown, split } from '../highlights';
import { maskText } from '../masks';
import provinces from '../texts/provinces.json';
import { Marked } from './Marked';
import { SourceTag, Tag } from './Tags';

const SHOWN_PROVINCES: Record<string, string> = provinces;

/** One person found: the whole row leads to the record; marks show why it was found. */
export function Hit({ hit }: { hit: FoundHit }) {
  const { t } = useTranslation();
  const { own, others } = split(hit.highlights, hit.displayName);
  const homes = hit.homes.length > 0 ? hit.homes : hit.provinces.map((code) => SHOWN_PROVINCES[code] ?? code);
  const quiet = [
    hit.sexes.map((sex) => t(`sex.${sex}`)).join(', '),
    birthSpans(hit.births).join(', '),
    homes[0] ?? '',
    [...telephones(hit.telephones), ...hit.masks.filter(({ kind }) => kind === 'TELEPHONE').map(maskText)]
      .slice(0, 2)
      .join(', '),
  ].filter((fact) => fact !== '');
  return (
    <Link to="/people/$id" params={{ id: hit.masterId }} className="hit" data-hit>
      <span className="hitTitle">
        <span className="hitName" lang="vi">
          {hit.displayName ? <Marked text={hit.displayName} marks={own?.marks ?? []} /> : t('search.noName')}
        </span>
        {hit.roles.map((role) => (
          <Tag key={role}>{t(`role.${role}`)}</Tag>
        ))}
        {hit.openReferral ? <Tag tone="warn">{t('search.openReferral')}</Tag> : null}
        {hit.returned ? <Tag tone="good">{t('search.returned')}</Tag> : null}
      </span>
      <span className="facts">
        {quiet.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </span>
      <Why highlights={others} />
      <span className="facts quiet small" style={{ alignItems: 'center' }}>
        {hit.sources.map((source) => (
          <SourceTag key={source} source={source} />
        ))}
        <span>{t('search.records', { count: hit.sourceRecords.length })}</span>
        {hit.lastContact ? <span>{t('search.lastContact', { date: dayOf(hit.lastContact) })}</span> : null}
      </span>
    </Link>
  );
}

function Why({ highlights }: { highlights: Highlight[] }) {
  const { t } = useTranslation();
  if (highlights.length === 0) return null;
  return (
    <span className="facts small">
      {shown(highlights)
        .slice(0, 4)
        .map((highlight) => (
          <span key={`${highlight.field}-${highlight.text}`}>
            <span className="quiet">{t(`highlight.${highlight.field}`)}: </span>
            <Marked text={highlight.text} marks={highlight.marks} />
          </span>
        ))}
    </span>
  );
}
