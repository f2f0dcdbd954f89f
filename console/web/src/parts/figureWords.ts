/** What the values of a figure are called, in the reader's language. */
import type { TFunction } from 'i18next';
import provinces from '../texts/provinces.json';

const PROVINCES: Record<string, string> = provinces;

/** The value of a dimension in words. */
export function wordOf(t: TFunction, language: string, by: string, value: string, label: string | null = null): string {
  switch (by) {
    case 'line':
      return t(`source.${value}`);
    case 'month':
      return `${value.slice(5, 7)}/${value.slice(0, 4)}`;
    case 'centre':
      return value === 'UNKNOWN' ? t('dashboard.unknownCentre') : t(`centre.${value}`);
    case 'channel':
      return t(`channel.${value}`);
    case 'nature':
      return t(`dashboard.nature.${value}`);
    case 'status':
      return t(`caseStatus.${value}`);
    case 'outcome':
      return t(`referralOutcome.${value}`);
    case 'agencyKind':
      return value === 'UNKNOWN' ? t('dashboard.unknownKind') : t(`agencyKind.${value}`);
    case 'agency':
      return label ?? value.replace(/^(switchboard|hotline):/, '');
    case 'province':
      return PROVINCES[value] ?? t('dashboard.unknownProvince');
    case 'language':
      return named(language, 'language', value);
    case 'country':
      return value === 'UNKNOWN' ? t('dashboard.unknownCountry') : named(language, 'region', value);
    case 'criterion':
      return t(`dashboard.criterion.${value}`, { defaultValue: value });
    case 'topic':
      return value === 'NONE' ? t('dashboard.noTopic') : (label ?? value);
    case 'satisfaction':
      return t('dashboard.points', { points: value });
    case 'tables':
      return value
        .split('+')
        .map((table) => t(`dashboard.table.${table}`))
        .join(' + ');
    default:
      return value;
  }
}

/** Kinds mean different things of cases and of returns. */
export function kindOf(t: TFunction, figure: string, value: string): string {
  if (figure === 'returns') return t(`returnKind.${value}`);
  return value === 'NONE' ? t('dashboard.noKind') : t(`caseKind.${value}`, { defaultValue: value });
}

function named(language: string, type: 'language' | 'region', code: string): string {
  try {
    return new Intl.DisplayNames([language], { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    return code;
  }
}
