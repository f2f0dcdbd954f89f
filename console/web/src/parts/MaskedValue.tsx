import { IconEyeOff } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { isMasked, type Masked, type MaskKind, maskText, type OrMasked } from '../masks';

/** How a page offers to reveal what is masked on it; null where nothing can be revealed. */
export const RevealContext = createContext<((kind: MaskKind) => void) | null>(null);

/** A value that the reader does not read plainly: what it is, and its last digits where they are told; a button where it can be revealed. */
export function MaskedValue({ mask }: { mask: Masked }) {
  const { t } = useTranslation();
  const reveal = useContext(RevealContext);
  const inside = (
    <>
      <IconEyeOff size={13} aria-hidden />
      <span className="visuallyHidden">
        {t('mask.hidden', { kind: t(`mask.kind.${mask.kind}`) })}
        {mask.hint ? `, ${t('mask.ending', { hint: mask.hint.replace('…', '') })}` : ''}
        {reveal ? `. ${t('mask.reveal')}` : ''}
      </span>
      <span aria-hidden>{maskText(mask)}</span>
    </>
  );
  return reveal ? (
    <button type="button" className="mask" title={t('mask.reveal')} onClick={() => reveal(mask.kind)}>
      {inside}
    </button>
  ) : (
    <span className="mask" title={t('mask.why')}>
      {inside}
    </span>
  );
}

/** A value, or what stands in its place. */
export function OrMask<T>({ value, show }: { value: OrMasked<T>; show: (value: T) => React.ReactNode }) {
  return isMasked(value) ? <MaskedValue mask={value} /> : show(value);
}

/** Several, with a separator between. */
export function AllOrMask<T>({
  values,
  show,
  between = '; ',
}: {
  values: OrMasked<T>[];
  show: (value: T) => React.ReactNode;
  between?: string;
}) {
  return values.map((value, at) => (
    <span key={at}>
      {at > 0 ? between : ''}
      <OrMask value={value} show={show} />
    </span>
  ));
}
