import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AUDIT_KINDS,
  type AuditEntry,
  type AuditKind,
  type AuditQuestion,
  auditFile,
  auditPage,
  NOTHING_ASKED,
} from '../api/audit';
import '../tables.css';
import { time } from '../format';
import { useLive } from '../live';
import { AtOnce } from '../parts/AtOnce';
import { DayField } from '../parts/DayField';
import { Empty } from '../parts/Empty';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { Tag, type Tone } from '../parts/Tags';

const PAGE = 50;
const ALERTS = 10;
const ALERTS_EVERY = 30_000;
const SHOWN_PEOPLE = 3;
const TONES: Partial<Record<AuditKind, Tone>> = { ALERT: 'bad', REVEAL: 'warn', EXPORT: 'warn', CONFIGURATION: 'warn' };
/** What the service writes of an alert, and the key of its words. */
const ALERT_TEXTS: Record<string, string> = {
  'many people in a short time': 'manyPeople',
  'refused at many people in a short time': 'manyRefused',
  'outside their own centre': 'outsideCentre',
  'a list from outside their own centre': 'listOutsideCentre',
  'a watched person': 'watched',
  'refused at a watched person': 'watchedRefused',
  'a list of everybody': 'wholeList',
  'broke the glass': 'brokeGlass',
  'the trail does not hold': 'notSound',
};

/** The first part of a page's address, which its calls tell, and the key of its words. */
const PAGE_TEXTS: Record<string, string> = {
  login: 'login.title',
  search: 'navigate.search',
  people: 'person.title',
  tasks: 'navigate.tasks',
  approvals: 'navigate.approvals',
  decisions: 'steward.decision.page',
  dashboard: 'navigate.dashboard',
  pipeline: 'navigate.pipeline',
  models: 'navigate.models',
  quality: 'navigate.quality',
  audit: 'navigate.audit',
  users: 'navigate.users',
  wall: 'equipment.wall',
};

/** The audit trail: who read, looked for, took along, decided and changed what, and who was refused. */
export function AuditPage() {
  const { t } = useTranslation();
  const [question, setQuestion] = useState<AuditQuestion>(NOTHING_ASKED);
  return (
    <>
      <PageTitle title={t('audit.title')} />
      <p className="quiet" style={{ margin: '0 0 1.25rem' }}>
        {t('audit.lead')}
      </p>
      <AtOnce rows={12}>
        <Alerts ask={setQuestion} />
        <Filters asked={question} ask={setQuestion} />
        <Entries key={JSON.stringify(question)} question={question} ask={setQuestion} />
      </AtOnce>
    </>
  );
}

type Ask = (question: AuditQuestion) => void;

function Alerts({ ask }: { ask: Ask }) {
  const { t } = useTranslation();
  const alerts = useQuery({
    queryKey: ['audit', 'alerts'],
    queryFn: ({ signal }) => auditPage({ ...NOTHING_ASKED, kind: 'ALERT' }, null, ALERTS, signal),
    refetchInterval: ALERTS_EVERY,
  });
  useLive((event) => {
    if (event.kind === 'alert' || event.kind === 'missed') alerts.refetch();
  });
  if (alerts.isPending) return <Loading rows={2} />;
  const found = alerts.data ?? [];
  return (
    <section className="surface tile" aria-labelledby="alerts" style={{ marginBottom: '1.25rem' }}>
      <h2 id="alerts" style={{ fontSize: '1rem', margin: '0 0 0.5rem' }}>
        {found.length > 0 ? <IconAlertTriangle size={18} aria-hidden style={{ verticalAlign: '-3px' }} /> : null}{' '}
        {t('audit.alerts')}
      </h2>
      {/* What was told before stays: nobody may take a failed call for a quiet day. */}
      {alerts.error ? <Failure fault={alerts.error} retry={() => alerts.refetch()} /> : null}
      {alerts.data?.length === 0 ? (
        <p className="quiet" style={{ margin: 0 }}>
          {t('audit.noAlerts')}
        </p>
      ) : null}
      {found.length > 0 ? (
        <>
          <ul className="plainList">
            {found.map((alert) => (
              <li key={alert.sequence} style={{ padding: '0.25rem 0' }}>
                <span className="quiet small">{time(alert.at)}</span> <strong>{alert.account}</strong>{' '}
                <AlertWords alert={alert} /> <People ids={alert.masters} ask={ask} />
              </li>
            ))}
          </ul>
          <Button size="xs" variant="default" onClick={() => ask({ ...NOTHING_ASKED, kind: 'ALERT' })}>
            {t('audit.allAlerts')}
          </Button>
        </>
      ) : null}
    </section>
  );
}

function AlertWords({ alert }: { alert: AuditEntry }) {
  const { t } = useTranslation();
  const key = ALERT_TEXTS[alert.call];
  if (!key) return <>{alert.call}</>;
  return (
    <>
      {t(`audit.alert.${key}`, {
        people: alert.details?.people ?? '',
        minutes: alert.details?.minutes ?? '',
        reason: alert.details?.reason ?? '',
      })}
    </>
  );
}

function Filters({ asked, ask }: { asked: AuditQuestion; ask: Ask }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (before !== asked) {
    setBefore(asked);
    setTyped(asked);
  }
  const set = (part: Partial<AuditQuestion>) => setTyped({ ...typed, ...part });
  return (
    <form
      className="surface tile"
      aria-label={t('audit.filters')}
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
      }}
    >
      <div className="auditFilters">
        <DayField
          size="sm"
          label={t('audit.from')}
          value={typed.from}
          max={typed.to || undefined}
          change={(from) => set({ from })}
        />
        <DayField
          size="sm"
          label={t('audit.to')}
          value={typed.to}
          min={typed.from || undefined}
          change={(to) => set({ to })}
        />
        <TextInput
          label={t('audit.account')}
          value={typed.account}
          autoComplete="off"
          onChange={(event) => set({ account: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('audit.kindLabel')}
          value={typed.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as AuditQuestion['kind'] })}
          data={[
            { value: '', label: t('audit.everyKind') },
            ...AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`audit.kind.${kind}`) })),
          ]}
        />
        <TextInput
          label={t('audit.masterId')}
          value={typed.masterId}
          autoComplete="off"
          pattern="\s*[0-9a-fA-F\-]{36}\s*"
          title={t('audit.masterIdForm')}
          onChange={(event) => set({ masterId: event.currentTarget.value })}
        />
        <TextInput
          label={t('audit.typed')}
          description={typed.typed && !typed.from ? t('audit.typedNeedsDay') : undefined}
          value={typed.typed}
          autoComplete="off"
          onChange={(event) => set({ typed: event.currentTarget.value })}
        />
        <TextInput
          label={t('audit.call')}
          value={typed.call}
          autoComplete="off"
          onChange={(event) => set({ call: event.currentTarget.value })}
        />
        <TextInput
          label={t('audit.address')}
          value={typed.address}
          autoComplete="off"
          onChange={(event) => set({ address: event.currentTarget.value })}
        />
      </div>
      <div className="auditActions">
        <Checkbox
          label={t('audit.refusedOnly')}
          checked={typed.refused}
          onChange={(event) => set({ refused: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('audit.streams')}
          checked={typed.streams}
          onChange={(event) => set({ streams: event.currentTarget.checked })}
        />
        <Button type="submit" disabled={typed.typed.trim() !== '' && !typed.from}>
          {t('audit.show')}
        </Button>
        <Button variant="default" onClick={() => ask({ ...NOTHING_ASKED })}>
          {t('audit.clear')}
        </Button>
        {(['jsonl', 'cef'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            component="a"
            href={auditFile(asked, format)}
            download={`audit.${format}`}
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {t(`audit.export.${format}`)}
          </Button>
        ))}
      </div>
    </form>
  );
}

function Entries({ question, ask }: { question: AuditQuestion; ask: Ask }) {
  const { t } = useTranslation();
  const trail = useInfiniteQuery({
    queryKey: ['audit', question],
    queryFn: ({ pageParam, signal }) => auditPage(question, pageParam, PAGE, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.sequence),
    refetchOnWindowFocus: false,
  });
  if (trail.error && !trail.data) return <Failure fault={trail.error} retry={() => trail.refetch()} />;
  if (!trail.data) return <Loading rows={8} />;
  const entries = trail.data.pages.flat();
  if (entries.length === 0) return <Empty title={t('audit.none')} hint={t('audit.noneHint')} />;
  return (
    <section aria-labelledby="entries" aria-busy={trail.isFetching} style={{ marginTop: '1.25rem' }}>
      <h2 id="entries" style={{ fontSize: '1rem' }}>
        {t('audit.entries')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="surface scroller" tabIndex={0} aria-labelledby="entries">
        <table className="dataTable wraps">
          <thead>
            <tr>
              <th scope="col">{t('audit.at')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('audit.what')}</th>
              <th scope="col">{t('audit.asked')}</th>
              <th scope="col">{t('audit.purpose')}</th>
              <th scope="col">{t('audit.people')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Entry key={entry.sequence} entry={entry} ask={ask} />
            ))}
          </tbody>
        </table>
      </section>
      {trail.hasNextPage ? (
        <Button mt="md" variant="default" loading={trail.isFetchingNextPage} onClick={() => trail.fetchNextPage()}>
          {t('audit.more')}
        </Button>
      ) : null}
      {trail.error ? <Failure fault={trail.error} retry={() => trail.fetchNextPage()} /> : null}
    </section>
  );
}

const LONG = 500;

/** Of an address that was filled up, the beginning; the files hold all of it. */
function beginning(text: string) {
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** What was searched for, where the address as shown does not tell it. */
function understood({ details }: AuditEntry, asked: string) {
  const told = details?.q ?? details?.searched ?? details?.described;
  return told && !beginning(asked).includes(told) ? told : undefined;
}

function Entry({ entry, ask }: { entry: AuditEntry; ask: Ask }) {
  const { t } = useTranslation();
  const asked = entry.details?.asked ?? entry.call;
  const told = understood(entry, asked);
  return (
    <tr data-entry={entry.sequence}>
      <td className="keep">
        {time(entry.at)}
        <div className="quiet small">№ {entry.sequence}</div>
      </td>
      <td>
        <strong>{entry.account ?? t('audit.nobody')}</strong>
        {entry.details?.attemptedAs ? (
          <div className="small">{t('audit.attemptedAs', { name: entry.details.attemptedAs })}</div>
        ) : null}
        <div className="quiet small">{entry.address ?? ''}</div>
      </td>
      <td>
        <Tag tone={TONES[entry.kind] ?? 'plain'}>{t(`audit.kind.${entry.kind}`)}</Tag>{' '}
        {entry.refused ? <Tag tone="bad">{t('audit.refused')}</Tag> : null}
        {entry.status >= 400 && !entry.refused ? (
          <div className="quiet small">{t('audit.failed', { status: entry.status })}</div>
        ) : null}
        {entry.details?.leftOutBefore ? (
          <div className="small">{t('audit.leftOut', { attempts: entry.details.leftOutBefore })}</div>
        ) : null}
        {entry.details?.leftOut ? (
          <div className="small">{t('audit.leftOutOfMinute', { attempts: entry.details.leftOut })}</div>
        ) : null}
      </td>
      <td className="auditAsked" data-label={t('audit.asked')}>
        {entry.kind === 'ALERT' ? <AlertWords alert={entry} /> : <code className="small">{beginning(asked)}</code>}
        {told ? <code className="small">{beginning(told)}</code> : null}
        {entry.details === null && entry.kind !== 'SERVICE' ? (
          <div className="quiet small">{t('audit.sealed')}</div>
        ) : null}
      </td>
      <td data-label={t('audit.purpose')}>
        <Purpose details={entry.details} />
        {entry.details?.reason ? <div className="small">{entry.details.reason}</div> : null}
        {entry.details?.fields ? <div className="quiet small">{entry.details.fields}</div> : null}
      </td>
      <td data-label={entry.masters.length > 0 ? t('audit.people') : undefined}>
        <People ids={entry.masters} ask={ask} />
      </td>
    </tr>
  );
}

/** What a call was for, in somebody's words or as their role's ordinary work, and the page that it came from. */
function Purpose({ details }: { details: AuditEntry['details'] }) {
  const { t } = useTranslation();
  // Older entries tell the page in the place of the purpose.
  const [, before] = /^page ([a-z]+)$/.exec(details?.purpose ?? '') ?? [];
  const page = details?.page ?? before;
  const key = page && PAGE_TEXTS[page];
  const purpose = before ? undefined : details?.purpose;
  return (
    <>
      {purpose ? t(`audit.standing.${purpose}`, { defaultValue: purpose }) : key ? null : '–'}
      {key ? <div className="quiet small">{t('audit.fromPage', { page: t(key) })}</div> : null}
    </>
  );
}

/** The people of an entry: each leads to all entries about the person. The auditor does not open people's records. */
function People({ ids, ask }: { ids: string[]; ask: Ask }) {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <>
      {ids.slice(0, SHOWN_PEOPLE).map((id) => (
        <Button
          key={id}
          size="compact-sm"
          variant="default"
          mr={4}
          title={id}
          aria-label={t('audit.entriesAbout', { id })}
          onClick={() => ask({ ...NOTHING_ASKED, masterId: id })}
        >
          {id.slice(-8)}
        </Button>
      ))}
      {ids.length > SHOWN_PEOPLE ? (
        <span className="quiet small">{t('audit.morePeople', { number: ids.length - SHOWN_PEOPLE })}</span>
      ) : null}
    </>
  );
}
