import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MaskKind } from '../masks';
import { useMe } from '../session';
import './steward/steward.css';

/** Purposes that have words in both languages, in the order in which they are offered. */
const KNOWN = ['case', 'referral', 'callBack', 'law', 'danger', 'person'];
/** What stands for words that name no purpose: not offered, since nothing is to be typed for it. */
const OTHER = 'other';

/**
 * What something is for: typed, or one of the purposes that open it to the reader. Where the office has named none, typing is all
 * there is, and that is said.
 */
export function PurposeField(props: {
  value: string;
  change: (purpose: string, opens?: MaskKind[]) => void;
  /** Offered are those alone that open all of these. */
  needs?: readonly MaskKind[];
  focus?: boolean;
}) {
  const { t } = useTranslation();
  const purposes = (useMe()?.purposes ?? {}) as Record<string, MaskKind[]>;
  const offered = [...KNOWN, ...Object.keys(purposes).filter((one) => !KNOWN.includes(one) && one !== OTHER)].filter(
    (one) => purposes[one] && (props.needs ?? []).every((kind) => purposes[one]?.includes(kind)),
  );
  const words = (one: string) => (KNOWN.includes(one) ? t(`reveal.usual.${one}`) : one);
  return (
    <>
      <TextInput
        data-autofocus={props.focus || undefined}
        label={t('reveal.purpose')}
        required
        maxLength={500}
        value={props.value}
        onChange={(event) => props.change(event.currentTarget.value)}
      />
      {offered.length > 0 ? (
        <div className="offers">
          {offered.map((one) => (
            <button key={one} type="button" className="chip" onClick={() => props.change(words(one), purposes[one])}>
              {words(one)}
            </button>
          ))}
        </div>
      ) : (
        <p className="quiet small" style={{ margin: 0 }}>
          {t('reveal.noneNamed')}
        </p>
      )}
    </>
  );
}
