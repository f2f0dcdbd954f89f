import { ActionIcon, Alert, Button, CopyButton, Skeleton, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type MasterChange, type Person } from '../api';
import { time } from '../format';
import { Failure } from '../parts/Failure';
import { PageTitle } from '../parts/PageTitle';
import { PersonFacts } from '../parts/PersonFacts';
import { PersonTimeline } from '../parts/PersonTimeline';
import { SourceChanges } from '../parts/SourceChanges';
import { SourceRecords } from '../parts/SourceRecords';
import { Provenance, Tag } from '../parts/Tags';

export function PersonPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/people/$id' });
  const navigate = useNavigate();
  const router = useRouter();
  const [merged, setMerged] = useState(false);
  const person = useQuery({ queryKey: ['person', id], queryFn: ({ signal }) => api.person(id, signal) });

  // An id that was merged away answers with the record that stands: the address follows.
  const standing = person.data?.masterId;
  useEffect(() => {
    if (standing && standing !== id) {
      setMerged(true);
      navigate({ to: '/people/$id', params: { id: standing }, replace: true });
    }
  }, [standing, id, navigate]);

  return (
    <>
      <Button
        className="noPrint"
        variant="subtle"
        color="gray"
        size="compact-sm"
        mb="sm"
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => (router.history.canGoBack() ? router.history.back() : navigate({ to: '/' }))}
      >
        {t('person.back')}
      </Button>
      {person.error ? <Failure fault={person.error} retry={() => person.refetch()} /> : null}
      {person.isPending ? <Waiting /> : null}
      {merged ? (
        <Alert color="blue" variant="light" mb="md">
          {t('person.mergedFrom')}
        </Alert>
      ) : null}
      {person.data ? <Shown person={person.data} /> : null}
    </>
  );
}

function Shown({ person }: { person: Person }) {
  const { t } = useTranslation();
  const name = person.name?.value.display;
  return (
    <>
      <header style={{ marginBottom: '1.25rem' }}>
        <div className="hitTitle">
          <PageTitle title={t('person.title')} lang={name ? 'vi' : undefined}>
            {name ?? t('search.noName')}
          </PageTitle>
          {person.roles.map((role) => (
            <Tag key={role}>{t(`role.${role}`)}</Tag>
          ))}
          {person.returns.length > 0 ? <Tag tone="good">{t('search.returned')}</Tag> : null}
        </div>
        {person.name ? <Provenance from={person.name.from} rule={person.name.rule} /> : null}
        <p className="quiet small" style={{ margin: '0.4rem 0 0' }}>
          {t('person.masterId')} <code>{person.masterId}</code> <CopyId id={person.masterId} /> ·{' '}
          {t('person.changed', { time: time(person.changedAt), version: person.version })}
        </p>
      </header>
      <div className="personLayout">
        <div>
          <Section id="facts" title={t('person.facts')}>
            <PersonFacts person={person} />
          </Section>
          <Section id="records" title={t('person.records')}>
            <p className="quiet small" style={{ marginTop: 0 }}>
              {t('person.recordsLead', { count: person.sourceRecords.length })}
            </p>
            <SourceRecords records={person.sourceRecords} />
          </Section>
          <Section id="history" title={t('person.history')}>
            <History changes={person.history} />
          </Section>
          <Section id="source-changes" title={t('person.sourceChanges')}>
            <SourceChanges changes={person.sourceChanges} />
          </Section>
        </div>
        <div>
          <Section id="timeline" title={t('person.timeline')}>
            <PersonTimeline person={person} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section className="surface section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

function CopyId({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={id}>
      {({ copied, copy }) => (
        <Tooltip label={copied ? t('person.copied') : t('person.copyId')}>
          <ActionIcon
            className="noPrint"
            size="xs"
            variant="subtle"
            color="gray"
            aria-label={t('person.copyId')}
            onClick={copy}
          >
            {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

function History({ changes }: { changes: MasterChange[] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return <p className="quiet">{t('person.historyEmpty')}</p>;
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} className="small">
      {changes.toReversed().map((change) => (
        <li key={`${change.version}-${change.kind}`} style={{ padding: '0.3rem 0' }}>
          <time dateTime={change.changedAt} className="quiet">
            {time(change.changedAt)}
          </time>{' '}
          {t(`person.change.${change.kind}`)}{' '}
          {change.other ? (
            <Link to="/people/$id" params={{ id: change.other }}>
              {t('person.otherRecord')}
            </Link>
          ) : null}{' '}
          <span className="quiet">
            ({t('person.versionMembers', { version: change.version, count: change.members.length })})
          </span>
        </li>
      ))}
    </ol>
  );
}

function Waiting() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton height={28} width="35%" mb="md" />
      <div className="personLayout">
        <Skeleton height={260} />
        <Skeleton height={420} />
      </div>
    </div>
  );
}
