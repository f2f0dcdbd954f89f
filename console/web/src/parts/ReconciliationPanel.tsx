import { Alert, Button, Modal } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DIFFERENCES_CALL, type Reconciliation, reconciliationApi, verdict } from '../api/reconciliation';
import { differenceWords } from '../differenceWords';
import { faultWords } from '../faultWords';
import { count, time } from '../format';
import { useMe } from '../session';
import '../tables.css';
import { Empty } from './Empty';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { Tag } from './Tags';

/** When sources, hub and index were last compared, and what came of it. */
export function ReconciliationPanel({ last }: { last: Reconciliation | null }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="reconciliation" style={{ marginBottom: '1.25rem' }}>
      <h2 id="reconciliation" style={{ fontSize: '1rem', marginBottom: 0 }}>
        {t('reconciliation.title')}
      </h2>
      <p className="quiet small" style={{ margin: '0 0 0.6rem' }}>
        {t('reconciliation.lead')}
      </p>
      {last ? <Last last={last} /> : <Empty title={t('reconciliation.none')} hint={t('reconciliation.noneBody')} />}
    </section>
  );
}

function Last({ last }: { last: Reconciliation }) {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const [shown, setShown] = useState(false);
  const { tone, key } = verdict(last);
  const figures: [string, number][] = [
    ['rows', last.rows],
    ['masterRecords', last.masterRecords],
    ['documents', last.documents],
    ['differences', last.differences],
    ['mended', last.mended],
    ['deadLetters', last.deadLetters],
    ['onTheirWay', last.onTheirWay],
  ];
  return (
    <div className="surface tile">
      <div className="hitTitle">
        <strong>{time(last.endedAt ?? last.beganAt)}</strong>
        <Tag tone={tone}>{t(`reconciliation.${key}`)}</Tag>
        <span className="quiet small">{t(`reconciliation.askedBy.${last.askedBy}`)}</span>
      </div>
      <dl className="details">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`reconciliation.${name}`)}:</dt>
            <dd>{count(value, i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {last.reason ? (
        <Alert color="red" variant="light" mt="xs" role="status" title={t('reconciliation.brokenOff')}>
          <span className="longText" title={last.reason}>
            {faultWords(t, last.reason)}
          </span>
        </Alert>
      ) : null}
      {last.differences > 0 && me?.calls.includes(DIFFERENCES_CALL) ? (
        <Button size="xs" variant="default" mt="xs" onClick={() => setShown(true)}>
          {t('reconciliation.show')}
        </Button>
      ) : null}
      <Modal
        opened={shown}
        onClose={() => setShown(false)}
        size="xl"
        title={t('reconciliation.found')}
        closeButtonProps={{ 'aria-label': t('reconciliation.close') }}
      >
        {shown ? <Found id={last.id} /> : null}
      </Modal>
    </div>
  );
}

function Found({ id }: { id: number }) {
  const { t } = useTranslation();
  const found = useInfiniteQuery({
    queryKey: ['reconciliation', id],
    queryFn: ({ pageParam, signal }) => reconciliationApi.differences(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (found.error) return <Failure fault={found.error} retry={() => found.refetch()} />;
  if (found.isPending) return <Loading />;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty title={t('reconciliation.notKept')} />;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="scroller" tabIndex={0} aria-label={t('reconciliation.found')}>
        <table className="dataTable wraps">
          <thead>
            <tr>
              <th scope="col">{t('reconciliation.kind')}</th>
              <th scope="col">{t('reconciliation.subject')}</th>
              <th scope="col">{t('reconciliation.detail')}</th>
              <th scope="col">{t('reconciliation.state')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one, number) => (
              <tr key={number}>
                <td>{t(`reconciliation.kinds.${one.kind}`, { defaultValue: one.kind })}</td>
                <td data-label={t('reconciliation.subject')}>
                  <code>{one.subject}</code>
                </td>
                <td data-label={t('reconciliation.detail')}>
                  {differenceWords(t, one.detail) ?? <span lang="en">{one.detail}</span>}
                </td>
                <td data-label={t('reconciliation.state')}>
                  <Tag tone={one.mended ? 'good' : 'bad'}>
                    {t(one.mended ? 'reconciliation.isMended' : 'reconciliation.isLeft')}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {found.hasNextPage ? (
        <Button
          size="xs"
          variant="default"
          mt="sm"
          loading={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {t('reconciliation.more')}
        </Button>
      ) : null}
    </>
  );
}
