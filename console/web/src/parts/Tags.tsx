import { useTranslation } from 'react-i18next';

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
