import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFolder, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Case, Contact, Person, RecordKey, Referral, Return } from '../api';
import { country } from '../country';
import { day, recordName, telephone, time } from '../format';
import { isMasked, type OrMasked } from '../masks';
import { usePrinting } from '../printing';
import { type Event, type EventKind, ofKind, ofSource, recordOf, timeline } from '../timeline';
import { wordOf } from './figureWords';
import { OrMask } from './MaskedValue';
import { SourceTag } from './Tags';

const STEP = 25;
const ICONS = { contact: IconPhone, case: IconFolder, referral: IconArrowForwardUp, return: IconArrowBackUp };
type Detail = [label: string, value: React.ReactNode];

/** Everything both systems recorded of the person, newest first. */
export function PersonTimeline({ person }: { person: Person }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<EventKind | 'all'>('all');
  const [source, setSource] = useState<RecordKey['source'] | 'all'>('all');
  const [shown, setShown] = useState(STEP);
  const printing = usePrinting();
  const events = timeline(person);
  const chosen = ofSource(ofKind(events, kind), source);
  const kinds = (['contact', 'case', 'referral', 'return'] as const)
    .map((value) => ({ value, number: ofKind(events, value).length }))
    .filter(({ number }) => number > 0);
  const sources = (['switchboard', 'hotline'] as const).filter((value) => ofSource(events, value).length > 0);
  const visible = printing ? chosen : chosen.slice(0, shown);
  if (events.length === 0) return <p className="quiet">{t('person.timelineEmpty')}</p>;
  return (
    <>
      <div className="filters noPrint">
        {kinds.length > 1 ? (
          <Choice
            label={t('person.show')}
            value={kind}
            change={(value) => setKind(value as EventKind | 'all')}
            data={[
              { value: 'all', label: `${t('person.all')} (${events.length})` },
              ...kinds.map(({ value, number }) => ({ value, label: `${t(`person.${value}s`)} (${number})` })),
            ]}
          />
        ) : null}
        {sources.length > 1 ? (
          <Choice
            label={t('person.bySource')}
            value={source}
            change={(value) => setSource(value as RecordKey['source'] | 'all')}
            data={[
              { value: 'all', label: t('person.allSources') },
              ...sources.map((value) => ({ value, label: t(`source.${value}`) })),
            ]}
          />
        ) : null}
      </div>
      {chosen.length === 0 ? <p className="quiet">{t('person.noneOfKind')}</p> : null}
      <ol className="timeline">
        {visible.map((event) => (
          <Entry key={keyOf(event)} event={event} />
        ))}
      </ol>
      {chosen.length > visible.length ? (
        <Button className="noPrint" variant="default" size="xs" onClick={() => setShown(shown + STEP)}>
          {t('person.moreEvents', { count: Math.min(STEP, chosen.length - shown) })}
        </Button>
      ) : null}
    </>
  );
}

function Choice({
  label,
  value,
  change,
  data,
}: {
  label: string;
  value: string;
  change: (value: string) => void;
  data: { value: string; label: string }[];
}) {
  return (
    <div className="scroller">
      <SegmentedControl size="xs" aria-label={label} value={value} onChange={change} data={data} />
    </div>
  );
}

function keyOf(event: Event): string {
  const { source, table, localId } = recordOf(event);
  return `${source}/${table}/${localId}`;
}

function Entry({ event }: { event: Event }) {
  const { t } = useTranslation();
  const Icon = ICONS[event.kind];
  const record = recordOf(event);
  const dated = event.when.length === 10;
  return (
    <li>
      <span className="bullet">
        <Icon size={16} aria-hidden />
      </span>
      <span className="hitTitle">
        <strong>
          <Title event={event} />
        </strong>
        <time dateTime={event.when} className="quiet small">
          {dated ? day(event.when) : time(event.when)}
        </time>
        <SourceTag source={record.source} />
        <span className="quiet small">
          {t(`person.${event.kind}`)} · {recordName(record)}
        </span>
      </span>
      <Details event={event} />
    </li>
  );
}

function Title({ event }: { event: Event }) {
  const { t } = useTranslation();
  switch (event.kind) {
    case 'contact':
      return `${t(`channel.${event.contact.channel}`)} – ${t(`contactOutcome.${event.contact.outcome}`)}`;
    case 'case':
      return t('person.opened', { number: event.case.caseNumber });
    case 'referral':
      return t('person.referredTo', {
        agency: event.referral.agencyName ?? event.referral.agencyKey?.localId ?? t('person.unnamedAgency'),
      });
    case 'return':
      return t(`returnKind.${event.return.kind}`);
  }
}

function Details({ event }: { event: Event }) {
  switch (event.kind) {
    case 'contact':
      return <ContactDetails contact={event.contact} />;
    case 'case':
      return <CaseDetails entry={event.case} />;
    case 'referral':
      return <ReferralDetails referral={event.referral} />;
    case 'return':
      return <ReturnDetails entry={event.return} />;
  }
}

function ContactDetails({ contact }: { contact: Contact }) {
  const { t, i18n } = useTranslation();
  const seconds = contact.durationSeconds;
  const number = contact.presentedNumber;
  return (
    <>
      <DetailList
        details={[
          [
            t('person.details.number'),
            number ? (
              <OrMask value={number} show={(one) => (one.numbers[0] ? telephone(one.numbers[0]) : one.written)} />
            ) : null,
          ],
          [t('person.details.centre'), t(`centre.${contact.centre}`)],
          [t('person.details.counsellor'), contact.counsellor],
          [
            t('person.details.duration'),
            seconds === 0
              ? null
              : seconds < 60
                ? t('person.seconds', { count: seconds })
                : t('person.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
          ],
          [t('person.details.topic'), contact.topic],
          [
            t('person.details.language'),
            contact.language === 'vi' ? null : wordOf(t, i18n.language, 'language', contact.language),
          ],
        ]}
      />
      <LongText text={contact.notes} />
    </>
  );
}

function CaseDetails({ entry }: { entry: Case }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <DetailList
        details={[
          [
            t('person.details.kinds'),
            !isMasked(entry.kinds) && entry.kinds.length === 0 ? null : (
              <OrMask
                value={entry.kinds}
                show={(kinds) => kinds.map((kind) => t(`caseKind.${kind}`, { defaultValue: kind })).join(', ')}
              />
            ),
          ],
          [t('person.details.status'), t(`caseStatus.${entry.status}`)],
          [t('person.details.urgency'), entry.urgency ? t(`person.urgencyLevel.${entry.urgency}`) : null],
          [t('person.details.relation'), entry.relation === 'UNKNOWN' ? null : t(`relation.${entry.relation}`)],
          [
            t('person.details.means'),
            !isMasked(entry.means) && entry.means.length === 0 ? null : (
              <OrMask
                value={entry.means}
                show={(all) => all.map((means) => t(`means.${means}`, { defaultValue: means })).join(', ')}
              />
            ),
          ],
          [
            t('person.details.destination'),
            entry.destinationCountry ? (
              <OrMask value={entry.destinationCountry} show={(code) => country(code, i18n.language)} />
            ) : null,
          ],
          [
            t('person.details.recruitedIn'),
            entry.recruitedInProvince ? <OrMask value={entry.recruitedInProvince} show={(place) => place} /> : null,
          ],
          [t('person.details.closedOn'), entry.closedOn ? day(entry.closedOn) : null],
        ]}
      />
      <LongText text={entry.narrative} />
    </>
  );
}

function ReferralDetails({ referral }: { referral: Referral }) {
  const { t } = useTranslation();
  return (
    <DetailList
      details={[
        [t('person.details.outcome'), t(`referralOutcome.${referral.outcome}`)],
        [
          t('person.details.service'),
          referral.service ? t(`service.${referral.service}`, { defaultValue: referral.service }) : null,
        ],
        [t('person.details.agencyKind'), referral.agencyKind ? t(`agencyKind.${referral.agencyKind}`) : null],
        [t('person.details.respondedOn'), referral.respondedOn ? day(referral.respondedOn) : null],
        [
          t('person.details.satisfaction'),
          referral.satisfaction ? t('person.outOfFive', { count: referral.satisfaction }) : null,
        ],
      ]}
    />
  );
}

function ReturnDetails({ entry }: { entry: Return }) {
  const { t } = useTranslation();
  return (
    <DetailList
      details={[
        [t('person.details.gate'), entry.borderGate],
        [t('person.details.handedOverBy'), entry.handedOverBy],
        [
          t('person.details.screenedAs'),
          entry.screenedAs ? t(`screenedAs.${entry.screenedAs}`, { defaultValue: entry.screenedAs }) : null,
        ],
        [
          t('person.details.certificate'),
          entry.certificateNumber ? <OrMask value={entry.certificateNumber} show={(number) => number} /> : null,
        ],
      ]}
    />
  );
}

function DetailList({ details }: { details: Detail[] }) {
  const given = details.filter(([, value]) => value !== null && value !== '');
  if (given.length === 0) return null;
  return (
    <dl className="details">
      {given.map(([label, value]) => (
        <div key={label}>
          <dt>{label}:</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function LongText({ text }: { text: OrMasked<string> | null }) {
  return text ? (
    <p className="longText" lang="vi">
      <OrMask value={text} show={(plain) => plain} />
    </p>
  ) : null;
}
