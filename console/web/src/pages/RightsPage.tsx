import { Alert, Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ErasurePlan, type Hold, REQUESTS, type RequestKind, RIGHTS, type Rights, rightsApi } from '../api/rights';
import { day, isoDayOf, recordName, time } from '../format';
import { MASK_KINDS } from '../masks';
import { Failure } from '../parts/Failure';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { PurposeField } from '../parts/PurposeField';
import { useMay } from '../session';

/** What one person has a right to, how it stands, and what is asked for. */
export function RightsPage() {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id: string };
  const asked = useQuery({ queryKey: ['rights', id], queryFn: ({ signal }) => rightsApi.of(id, signal), retry: false });
  return (
    <>
      <PageTitle title={t('rights.title')} />
      <p className="quiet" style={{ margin: '0 0 1.25rem' }}>
        {t('rights.lead')}{' '}
        <Link to="/people/$id" params={{ id }}>
          <code>{id}</code>
        </Link>
      </p>
      {asked.error ? <Failure fault={asked.error} retry={() => asked.refetch()} /> : null}
      {asked.isPending ? <Loading rows={8} /> : null}
      {asked.data ? <Standing rights={asked.data} /> : null}
    </>
  );
}

function Standing({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  return (
    <>
      <Part name="records" title={t('rights.records')}>
        <Names all={rights.sourceRecords} />
        <p>
          {t('rights.consent')}: <strong>{t(`rights.state.${rights.consent}`)}</strong>
        </p>
        <ul className="plainList">
          {rights.consentEvidence.map((one) => (
            <li key={recordName(one.record)}>
              {t('rights.evidence', {
                record: recordName(one.record),
                told: t(`rights.agreed.${one.agreed}`),
                time: time(one.toldAt),
              })}
            </li>
          ))}
        </ul>
      </Part>
      <Requests rights={rights} />
      <Disclosure rights={rights} />
      <Corrections rights={rights} />
      <Restriction rights={rights} />
      <Holds rights={rights} />
      <Erasure rights={rights} />
    </>
  );
}

function Part(props: { name: string; title: string; lead?: string; children: React.ReactNode }) {
  return (
    <section className="surface section" aria-labelledby={`part-${props.name}`} style={{ marginBottom: '1rem' }}>
      <h2 id={`part-${props.name}`}>{props.title}</h2>
      {props.lead ? <p className="quiet small">{props.lead}</p> : null}
      {props.children}
    </section>
  );
}

function Names({ all }: { all: string[] }) {
  const { t } = useTranslation();
  if (all.length === 0) return <p className="quiet">{t('rights.none')}</p>;
  return (
    <ul className="plainList">
      {all.map((name) => (
        <li key={name}>
          <code>{name}</code>
        </li>
      ))}
    </ul>
  );
}

/** Does something about the person, and reads anew how the rights stand. */
function useDoing<T>(id: string, work: (words: string) => Promise<T>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: work, onSuccess: () => queries.invalidateQueries({ queryKey: ['rights', id] }) });
}

/** Words and a button; nothing happens without words. */
function Asking(props: { label: string; button: string; color?: string; busy: boolean; ask: (words: string) => void }) {
  const [words, setWords] = useState('');
  return (
    <form
      className="reasonDialog"
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') {
          props.ask(words.trim());
          setWords('');
        }
      }}
    >
      <Textarea
        label={props.label}
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" color={props.color} disabled={words.trim() === ''} loading={props.busy}>
          {props.button}
        </Button>
      </div>
    </form>
  );
}

/** What the person asked for, and by when it is to be answered. */
function Requests({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const may = useMay(RIGHTS.request);
  const [kind, setKind] = useState<RequestKind>('DISCLOSURE');
  const [received, setReceived] = useState(today());
  const note = useDoing(rights.masterId, (receivedOn) => rightsApi.request(rights.masterId, kind, receivedOn));
  const answer = useDoing(rights.masterId, (request) => rightsApi.answered(Number(request)));
  return (
    <Part name="request" title={t('rights.request.title')} lead={t('rights.request.lead')}>
      {rights.requests.map((one) => (
        <p key={one.id}>
          <strong>{t(`rights.request.${one.kind}`)}</strong>,{' '}
          {t('rights.request.received', { day: day(one.receivedOn) })}{' '}
          {one.answeredAt ? (
            <span className="quiet small">
              {t('rights.request.answered', { author: one.answeredBy, time: time(one.answeredAt) })}
            </span>
          ) : (
            <>
              <strong>{t('rights.request.answerBy', { day: day(one.answerBy) })}</strong>
              {one.stopBy ? `, ${t('rights.request.stopBy', { day: day(one.stopBy) })}` : ''}
              {one.answerBy < today() ? <strong role="alert"> · {t('rights.request.late')}</strong> : null}{' '}
              {may ? (
                <Button size="compact-sm" variant="default" onClick={() => answer.mutate(String(one.id))}>
                  {t('rights.request.answer')}
                </Button>
              ) : null}
            </>
          )}
        </p>
      ))}
      {may ? (
        <form
          className="reasonDialog"
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate(received);
          }}
        >
          <NativeSelect
            label={t('rights.request.kind')}
            value={kind}
            data={REQUESTS.map((value) => ({ value, label: t(`rights.request.${value}`) }))}
            onChange={(event) => setKind(event.currentTarget.value as RequestKind)}
          />
          <TextInput
            type="date"
            label={t('rights.request.receivedOn')}
            required
            max={today()}
            value={received}
            onChange={(event) => setReceived(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" disabled={received === ''} loading={note.isPending}>
              {t('rights.request.do')}
            </Button>
          </div>
        </form>
      ) : null}
      {note.error ? <Failure fault={note.error} /> : null}
      {answer.error ? <Failure fault={answer.error} /> : null}
    </Part>
  );
}

/** The day in Vietnam, as inputs write it. */
function today(): string {
  return isoDayOf(new Date().toISOString());
}

function Disclosure({ rights }: { rights: Rights }) {
  const { t, i18n } = useTranslation();
  const [purpose, setPurpose] = useState('');
  if (!useMay(RIGHTS.disclose)) return null;
  const said = purpose.trim();
  const to = (format: 'html' | 'json') =>
    said === ''
      ? { 'data-disabled': true, 'aria-disabled': true, role: 'link' }
      : { href: rightsApi.disclosure(rights.masterId, format, i18n.language, said) };
  return (
    <Part name="disclosure" title={t('rights.disclosure.title')} lead={t('rights.disclosure.lead')}>
      <div className="reasonDialog">
        <PurposeField value={purpose} change={setPurpose} needs={MASK_KINDS} />
        <div className="decideButtons">
          <Button component="a" {...to('html')} target="_blank" rel="noreferrer">
            {t('rights.disclosure.view')}
          </Button>
          <Button component="a" variant="default" {...to('json')} download>
            {t('rights.disclosure.download')}
          </Button>
        </div>
      </div>
    </Part>
  );
}

function Corrections({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const may = useMay(RIGHTS.correct);
  const add = useDoing(rights.masterId, (words) => rightsApi.correct(rights.masterId, words));
  const withdraw = useDoing(rights.masterId, (note) => rightsApi.withdraw(Number(note)));
  return (
    <Part name="correct" title={t('rights.correct.title')} lead={t('rights.correct.lead')}>
      {rights.corrections.map((note) => (
        <div key={note.id}>
          <p className="quote" lang="vi">
            {note.words}
          </p>
          <p className="quiet small">
            {t('rights.by', { author: note.author, time: time(note.notedAt) })}{' '}
            {may ? (
              <Button size="compact-sm" variant="default" onClick={() => withdraw.mutate(String(note.id))}>
                {t('rights.correct.withdraw')}
              </Button>
            ) : null}
          </p>
        </div>
      ))}
      {may ? (
        <Asking
          label={t('rights.correct.words')}
          button={t('rights.correct.do')}
          busy={add.isPending}
          ask={(words) => add.mutate(words)}
        />
      ) : null}
      {add.error ? <Failure fault={add.error} /> : null}
    </Part>
  );
}

function Restriction({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const may = useMay(RIGHTS.restrict);
  const mayLift = useMay(RIGHTS.undo);
  const now = rights.restriction;
  const restrict = useDoing(rights.masterId, (reason) => rightsApi.restrict(rights.masterId, reason));
  const lift = useDoing(rights.masterId, (reason) => rightsApi.unrestrict(now?.decisionId ?? 0, reason));
  return (
    <Part name="restrict" title={t('rights.restrict.title')} lead={t('rights.restrict.lead')}>
      {now ? (
        <Alert color="yellow" variant="light" title={t('rights.restrict.is')}>
          {now.reason}{' '}
          <span className="quiet">{t('rights.by', { author: now.author, time: time(now.decidedAt) })}</span>
        </Alert>
      ) : null}
      {now === null && may ? (
        <Asking
          label={t('rights.reason')}
          button={t('rights.restrict.do')}
          busy={restrict.isPending}
          ask={(reason) => restrict.mutate(reason)}
        />
      ) : null}
      {now && mayLift ? (
        <Asking
          label={t('rights.reason')}
          button={t('rights.restrict.lift')}
          busy={lift.isPending}
          ask={(reason) => lift.mutate(reason)}
        />
      ) : null}
      {restrict.error ? <Failure fault={restrict.error} /> : null}
      {lift.error ? <Failure fault={lift.error} /> : null}
    </Part>
  );
}

function Holds({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const may = useMay(RIGHTS.hold);
  const set = useDoing(rights.masterId, (reason) => rightsApi.hold(rights.masterId, reason));
  return (
    <Part name="hold" title={t('rights.hold.title')} lead={t('rights.hold.lead')}>
      {rights.holds.map((hold) => (
        <OneHold key={hold.id} hold={hold} id={rights.masterId} may={may} />
      ))}
      {may ? (
        <Asking
          label={t('rights.reason')}
          button={t('rights.hold.do')}
          busy={set.isPending}
          ask={(reason) => set.mutate(reason)}
        />
      ) : null}
      {set.error ? <Failure fault={set.error} /> : null}
    </Part>
  );
}

function OneHold({ hold, id, may }: { hold: Hold; id: string; may: boolean }) {
  const { t } = useTranslation();
  const lift = useDoing(id, (reason) => rightsApi.lift(hold.id, reason));
  return (
    <div>
      <p>
        {hold.reason}{' '}
        <span className="quiet small">{t('rights.by', { author: hold.author, time: time(hold.setAt) })}</span>
      </p>
      {hold.liftedBy && hold.liftedAt ? (
        <p className="quiet small">
          {t('rights.hold.lifted', {
            author: hold.liftedBy,
            time: time(hold.liftedAt),
            reason: hold.liftReason ?? '',
          })}
        </p>
      ) : null}
      {hold.liftedBy === null && may ? (
        <Asking
          label={t('rights.reason')}
          button={t('rights.hold.lift')}
          busy={lift.isPending}
          ask={(reason) => lift.mutate(reason)}
        />
      ) : null}
      {lift.error ? <Failure fault={lift.error} /> : null}
    </div>
  );
}

function Erasure({ rights }: { rights: Rights }) {
  const { t } = useTranslation();
  const [exceptHeld, setExceptHeld] = useState(false);
  const plan = useMutation({ mutationFn: () => rightsApi.plan(rights.masterId) });
  const erase = useDoing(rights.masterId, (basis) => rightsApi.erase(rights.masterId, basis, exceptHeld));
  if (!useMay(RIGHTS.erase)) return null;
  return (
    <Part name="erase" title={t('rights.erase.title')} lead={t('rights.erase.lead')}>
      {rights.erasureAwaiting ? (
        <Alert color="red" variant="light">
          {t('rights.erase.awaits', { number: rights.erasureAwaiting.decisionId })}{' '}
          {rights.erasureAnswerBy ? t('rights.erase.answerBy', { day: day(rights.erasureAnswerBy) }) : ''}
        </Alert>
      ) : null}
      <Button variant="default" loading={plan.isPending} onClick={() => plan.mutate()}>
        {t('rights.erase.preview')}
      </Button>
      {plan.error ? <Failure fault={plan.error} /> : null}
      {plan.data && rights.erasureAwaiting === null ? (
        <>
          <Plan plan={plan.data} />
          {plan.data.held.length > 0 ? (
            <Checkbox
              label={t('rights.erase.exceptHeld')}
              checked={exceptHeld}
              onChange={(event) => setExceptHeld(event.currentTarget.checked)}
            />
          ) : null}
          <Asking
            label={t('rights.erase.legalBasis')}
            button={t('rights.erase.do')}
            color="red.9"
            busy={erase.isPending}
            ask={(basis) => erase.mutate(basis)}
          />
        </>
      ) : null}
      {erase.error ? <Failure fault={erase.error} /> : null}
    </Part>
  );
}

function Plan({ plan }: { plan: ErasurePlan }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <h3>{t('rights.erase.goes')}</h3>
      <Names all={plan.goes} />
      <h3>{t('rights.erase.blanked')}</h3>
      <Names all={plan.blanked} />
      <h3>{t('rights.erase.typed')}</h3>
      <ul className="plainList">
        {Object.entries(plan.typed).map(([what, number]) => (
          <li key={what}>
            {t(`rights.typed.${what}`)}: {number}
          </li>
        ))}
      </ul>
      <h3>{t('rights.erase.held')}</h3>
      <Names all={plan.held} />
      <h3>{t('rights.erase.casesOfOthers')}</h3>
      <Names all={plan.casesOfOthers} />
    </div>
  );
}
