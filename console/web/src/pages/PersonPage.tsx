import { ActionIcon, Alert, Button, CopyButton, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconCopy, IconHistory, IconPrinter } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, CallFailed, type Person } from '../api';
import { personApi, type Relations } from '../api/person';
import { time } from '../format';
import { useLive } from '../live';
import { Failure } from '../parts/Failure';
import { HowTogether } from '../parts/HowTogether';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { PersonActions } from '../parts/PersonActions';
import { PersonFacts } from '../parts/PersonFacts';
import { PersonHistory } from '../parts/PersonHistory';
import { PersonTimeline } from '../parts/PersonTimeline';
import { PrintedBy } from '../parts/PrintedBy';
import { Provenance } from '../parts/Provenance';
import { RelatedPeople } from '../parts/RelatedPeople';
import { BreakGlass, Revealing } from '../parts/Reveal';
import { SourceChanges } from '../parts/SourceChanges';
import { SourceRecords } from '../parts/SourceRecords';
import { Tag } from '../parts/Tags';
import { usePrinting } from '../printing';
import { saidBy } from '../provenance';
import { useMay } from '../session';
import '../person.css';

/** One person as the hub knows them, now or at a time of the past. */
export function PersonPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/people/$id' });
  const { at } = useSearch({ from: '/shell/people/$id' });
  const navigate = useNavigate();
  const router = useRouter();
  const [merged, setMerged] = useState(false);
  const person = useQuery({
    queryKey: at ? ['person', id, at] : ['person', id],
    queryFn: ({ signal }) => (at ? personApi.at(id, at, signal) : api.person(id, signal)),
    placeholderData: (before) => (before?.masterId === id ? before : undefined),
  });
  const renewedAt = useRenewal(id, at);
  // What the service refuses from now on is not shown any longer; where it is only away, what was read stays.
  const refused = person.error instanceof CallFailed && person.error.status >= 400 && person.error.status < 500;
  const shown = refused || (person.error && person.isPlaceholderData) ? undefined : person.data;

  // An id that was merged away answers with the record that stands: the address follows.
  const standing = person.data?.masterId;
  useEffect(() => {
    if (standing && standing !== id) {
      setMerged(true);
      navigate({ to: '/people/$id', params: { id: standing }, search: at ? { at } : {}, replace: true });
    }
  }, [standing, id, at, navigate]);

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
      {person.error ? <NotShown fault={person.error} past={at !== undefined} retry={() => person.refetch()} /> : null}
      {person.isPending ? <Waiting /> : null}
      {merged ? (
        <Alert className="noPrint" color="blue" variant="light" mb="md">
          {t('person.mergedFrom')}
        </Alert>
      ) : null}
      {shown ? (
        <Revealing person={shown}>
          <Shown person={shown} at={at} renewedAt={renewedAt} />
        </Revealing>
      ) : null}
    </>
  );
}

/**
 * Fetches an open record again, in its place, when it changes, and those related to it when one of them does.
 *
 * @returns when the record last did, in words
 */
function useRenewal(id: string, at: string | undefined): string | null {
  const queries = useQueryClient();
  const [renewedAt, setRenewedAt] = useState<string | null>(null);
  useEffect(() => setRenewedAt(null), [id]);
  useLive((event) => {
    if (at || (event.kind !== 'person' && event.kind !== 'missed')) return;
    const changed = event.kind === 'person' ? event.masterId : id;
    const itself = changed === id;
    const related = queries.getQueryData<Relations>(['relations', id])?.people;
    if (itself || related?.some(({ masterId }) => masterId === changed))
      queries.invalidateQueries({ queryKey: ['relations', id] });
    if (!itself) return;
    queries.invalidateQueries({ queryKey: ['person', id], exact: true }).then(() => {
      if (event.kind === 'person') setRenewedAt(time(new Date().toISOString()).slice(11));
    });
    queries.invalidateQueries({ queryKey: ['story', id] });
  });
  return renewedAt;
}

function Shown({ person, at, renewedAt }: { person: Person; at: string | undefined; renewedAt: string | null }) {
  const { t } = useTranslation();
  const name = person.name?.value.display;
  const maySeeRelations = useMay('GET /api/v1/master-records/{id}/relations');
  const maySeeStory = useMay('GET /api/v1/master-records/{id}/story');
  return (
    <article data-past={at !== undefined}>
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
        {person.name ? (
          <Provenance said={saidBy(person.sourceRecords, person.name.from)} rule={person.name.rule} />
        ) : null}
        <p className="quiet small" style={{ margin: '0.4rem 0 0' }}>
          {t('person.masterId')} <code>{person.masterId}</code> <CopyId id={person.masterId} /> ·{' '}
          {t('person.changed', { time: time(person.changedAt), version: person.version })}
        </p>
        <div className="personActions noPrint">
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={15} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('printed.button')}
          </Button>
          {at ? null : <PersonActions person={person} />}
          <span role="status" className="quiet small">
            {renewedAt ? t('live.renewed', { time: renewedAt }) : ''}
          </span>
        </div>
      </header>
      {at ? <PastBanner id={person.masterId} at={at} /> : null}
      {(person.corrections ?? []).map((note) => (
        <Alert key={note.id} color="yellow" variant="light" mb="md" title={t('rights.correct.title')}>
          <span lang="vi">{note.words}</span>{' '}
          <span className="quiet small">{t('rights.by', { author: note.author, time: time(note.notedAt) })}</span>
        </Alert>
      ))}
      <div className="personLayout">
        <div>
          <Section id="facts" title={t('person.facts')}>
            <PersonFacts person={person} />
          </Section>
          <Section id="records" title={t('person.records')}>
            <p className="quiet small" style={{ marginTop: 0 }}>
              {t('person.recordsLead', { count: person.sourceRecords.length })}
            </p>
            {at || person.sourceRecords.length < 2 || !maySeeStory ? null : <Story id={person.masterId} />}
            <SourceRecords records={person.sourceRecords} />
          </Section>
        </div>
        <div>
          {at ? null : (
            <>
              <Section id="timeline" title={t('person.timeline')}>
                <PersonTimeline person={person} />
              </Section>
              {maySeeRelations ? (
                <Section id="relations" title={t('relations.title')}>
                  <RelatedPeople id={person.masterId} name={name ?? t('search.noName')} />
                </Section>
              ) : null}
            </>
          )}
          <PersonHistory person={person} at={at} />
          {at ? null : (
            <Section id="source-changes" title={t('person.sourceChanges')}>
              <SourceChanges changes={person.sourceChanges} />
            </Section>
          )}
        </div>
      </div>
      <PrintedBy />
    </article>
  );
}

/** Folded on the screen, and open on paper. */
function Story({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const printing = usePrinting();
  return (
    <details
      className="story"
      open={open || printing}
      onToggle={({ currentTarget }) => {
        if (!printing) setOpen(currentTarget.open);
      }}
    >
      <summary>{t('story.title')}</summary>
      <HowTogether id={id} />
    </details>
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

function PastBanner({ id, at }: { id: string; at: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      role="status"
      color="yellow"
      variant="light"
      mb="md"
      icon={<IconHistory aria-hidden />}
      title={t('past.banner', { time: time(at) })}
    >
      {t('past.bannerBody')}{' '}
      <Link to="/people/$id" params={{ id }} className="noPrint">
        {t('past.now')}
      </Link>
    </Alert>
  );
}

/** Why there is nothing to show, in words that fit a person: gone, never there, not yet there, not for this reader. */
function NotShown({ fault, past, retry }: { fault: unknown; past: boolean; retry: () => void }) {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/people/$id' });
  const status = fault instanceof CallFailed ? fault.status : 0;
  const words: Record<number, [title: string, body: string]> = past
    ? { 404: ['person.unknownTitle', 'past.notYet'], 410: ['person.goneTitle', 'past.gone'] }
    : { 404: ['person.unknownTitle', 'error.notFound'], 410: ['person.goneTitle', 'person.goneBody'] };
  words[400] = ['person.unknownTitle', 'error.notFound'];
  words[403] = ['person.notClearedTitle', 'error.notAllowed'];
  const told = words[status];
  if (!told) return <Failure fault={fault} retry={retry} />;
  return (
    <div className="surface empty" role="alert">
      <PageTitle title={t(told[0])} />
      <p className="quiet">{t(told[1])}</p>
      {past ? (
        <Link to="/people/$id" params={{ id }}>
          {t('past.now')}
        </Link>
      ) : (
        <Link to="/">{t('person.search')}</Link>
      )}
      {!past && (status === 403 || status === 404) ? <BreakGlass id={id} /> : null}
    </div>
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
            size="sm"
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

function Waiting() {
  return (
    <div className="personLayout">
      <Loading rows={4} />
      <Loading rows={7} />
    </div>
  );
}
