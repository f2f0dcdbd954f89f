import type { TFunction } from 'i18next';
import type { Slice } from '../api/dashboard';
import { day } from '../format';

/** A slice as a title says it: 01/12/2025–22/11/2026, Hà Nội. */
export function sliceText(t: TFunction, slice: Slice): string {
  const days = `${day(slice.from)}–${day(slice.to)}`;
  if (!slice.centre) return days;
  return `${days}, ${slice.centre === 'UNKNOWN' ? t('dashboard.unknownCentre') : t(`centre.${slice.centre}`)}`;
}
