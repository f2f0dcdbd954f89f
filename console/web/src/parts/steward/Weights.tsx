import { useTranslation } from 'react-i18next';
import type { WeightPart } from '../../api/steward';
import { strength, waterfall } from '../../steward/waterfall';
import { useWords } from '../../steward/words';

/** A weight as a waterfall: each part in words, as a bar from where the former ended, and as a number; they add up to the total. */
export function Weights({ parts, caption }: { parts: WeightPart[]; caption: string }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const fall = waterfall(parts);
  const width = Math.max(fall.high - fall.low, 1);
  const at = (bits: number) => `${((bits - fall.low) / width) * 100}%`;
  const missing = fall.silent.filter((part) => part.level === 'missing' && !/\.(family|middle)$/.test(part.name));
  return (
    <>
      <table className="waterfall">
        <caption className="visuallyHidden">{caption}</caption>
        <thead className="visuallyHidden">
          <tr>
            <th scope="col">{t('steward.weight.part')}</th>
            <th scope="col">{t('steward.weight.speaks')}</th>
            <th scope="col">{t('steward.weight.bits')}</th>
          </tr>
        </thead>
        <tbody>
          {fall.steps.map((step) => (
            <tr key={`${step.name} ${step.level}`}>
              <th scope="row">
                {words(step.name)}
                {step.level ? <span className="quiet">: {words(step.level)}</span> : null}
              </th>
              <td className="bars">
                <span
                  className="bar"
                  data-sign={step.bits < 0 ? 'against' : 'for'}
                  style={{ left: at(Math.min(step.from, step.to)), width: `${(Math.abs(step.bits) / width) * 100}%` }}
                />
                <span className="zero" style={{ left: at(0) }} />
                {step.name === 'prior' ? null : (
                  <span className="visuallyHidden">{t(`steward.strength.${strength(step.bits)}`)}</span>
                )}
              </td>
              <td className="num">{signed(step.bits, i18n.language)}</td>
            </tr>
          ))}
          {Math.abs(fall.rest) >= 0.05 ? (
            <tr>
              <th scope="row">{t('steward.weight.rest')}</th>
              <td className="bars" />
              <td className="num">{signed(fall.rest, i18n.language)}</td>
            </tr>
          ) : null}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('steward.weight.total')}</th>
            <td className="bars">
              <span
                className="bar total"
                data-sign={fall.total < 0 ? 'against' : 'for'}
                style={{ left: at(Math.min(0, fall.total)), width: `${(Math.abs(fall.total) / width) * 100}%` }}
              />
              <span className="zero" style={{ left: at(0) }} />
            </td>
            <td className="num">{signed(fall.total, i18n.language)}</td>
          </tr>
        </tfoot>
      </table>
      {missing.length > 0 ? (
        <p className="quiet small silent">
          {t('steward.weight.missing')}: {missing.map((part) => words(part.name)).join(', ')}
        </p>
      ) : null}
    </>
  );
}

/** Bits with their sign and one digit, as the language writes numbers. */
export function signed(bits: number, language: string): string {
  const text = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: 'always',
  }).format(bits);
  return text.replace('-', '−');
}
