import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { personApi } from '../api/person';
import { Failure } from './Failure';
import { Loading } from './Loading';

/** Why these records are one person, and why others are not: in words, from the same weights that joined them. */
export function HowTogether({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const story = useQuery({ queryKey: ['story', id], queryFn: ({ signal }) => personApi.story(id, signal) });
  if (story.error) return <Failure fault={story.error} retry={() => story.refetch()} />;
  if (!story.data) return <Loading rows={1} />;
  const told = i18n.language === 'en' ? story.data.english : story.data.vietnamese;
  const readable = (line: string) =>
    line.replace(/\b(switchboard|hotline)\/([a-z_]+)\/([\w-]+)/g, (_, source, table, localId) => {
      return `${t(`source.${source}`)} ${table} ${localId}`;
    });
  return (
    <div className="small">
      <p style={{ margin: '0 0 0.4rem' }}>{readable(told.summary)}.</p>
      {told.joins.length > 0 ? (
        <ul className="plainList">
          {told.joins.map((line) => (
            <li key={line}>{readable(line)}</li>
          ))}
        </ul>
      ) : null}
      {told.apart.length > 0 ? (
        <>
          <h4 className="groupTitle">{t('story.apart')}</h4>
          <ul className="plainList">
            {told.apart.map((line) => (
              <li key={line}>{readable(line)}</li>
            ))}
          </ul>
        </>
      ) : null}
      <p className="quiet" style={{ margin: '0.4rem 0 0' }}>
        {t('story.weights')}
      </p>
    </div>
  );
}
