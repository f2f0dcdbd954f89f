import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Decision, steward } from '../api/steward';
import { recordName } from '../format';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { Decisions } from '../parts/steward/Decisions';
import { Toast } from '../parts/steward/Toast';
import { SourceTag } from '../parts/Tags';
import '../parts/steward/steward.css';

/** One decision at an address of its own: what was said, by whom, how it stands, and about which records. */
export function DecisionPage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const decision = useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => steward.decision(Number(id), signal),
  });
  return (
    <>
      <PageTitle title={t('steward.decision.one', { number: id })} />
      {decision.error ? <Failure fault={decision.error} retry={() => decision.refetch()} /> : null}
      {decision.isPending ? <Loading rows={3} /> : null}
      {decision.data ? <Shown decision={decision.data} /> : null}
      <Toast />
    </>
  );
}

function Shown({ decision }: { decision: Decision }) {
  const { t } = useTranslation();
  return (
    <>
      <section
        className="surface section"
        aria-label={t('steward.decision.one', { number: decision.id })}
        style={{ marginTop: '1rem' }}
      >
        <Decisions decisions={[decision]} alone />
        {decision.risks.length > 0 ? (
          <div className="risks">
            <strong>{t('steward.approval.risks')}</strong>
            <ul>
              {decision.risks.map((risk) => (
                <li key={risk}>{t(`steward.risk.${risk}`)}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </section>
      <section className="surface section" aria-labelledby="about" style={{ marginTop: '1.25rem' }}>
        <h2 id="about">{t('steward.approval.about')}</h2>
        {decision.records.length === 0 ? <p className="quiet">{t('steward.decision.noRecords')}</p> : null}
        <ul className="plainList">
          {decision.records.map((record) => (
            <li key={`${record.source}/${record.table}/${record.localId}`}>
              <SourceTag source={record.source} />{' '}
              {record.masterId ? (
                <Link to="/people/$id" params={{ id: record.masterId }}>
                  {recordName(record)}
                </Link>
              ) : (
                recordName(record)
              )}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
