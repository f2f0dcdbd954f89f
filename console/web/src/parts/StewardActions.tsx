import { Button, Menu, Modal, NativeSelect } from '@mantine/core';
import {
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconChevronDown,
  IconGavel,
  IconPin,
  IconTransferOut,
  IconUserShield,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit, Person, RecordKey, SourceRecord } from '../api';
import { type PersonOfRecord, type Ruling, steward } from '../api/steward';
import { country } from '../country';
import { recordName } from '../format';
import { useMay } from '../session';
import { type LastDecision, tellDecision } from '../steward/lastDecision';
import { keyText } from '../steward/people';
import { PINNED, type Pinned, pinnable } from '../steward/pinning';
import { Empty } from './Empty';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { Decisions } from './steward/Decisions';
import { PickPerson } from './steward/PickPerson';
import { ReasonDialog } from './steward/ReasonDialog';
import { Toast } from './steward/Toast';
import { SourceTag } from './Tags';
import './steward/steward.css';

type Act = 'MERGE' | 'SPLIT' | 'MOVE' | 'PIN';

/** What a steward does about a person: merge, split, move records, pin a value. Nothing is shown to who may do none of it. */
export function StewardActions({ person }: { person: Person }) {
  const { t } = useTranslation();
  const may = useMay('POST /api/v1/master-records/{id}/merge');
  const [act, setAct] = useState<Act | null>(null);
  const [decisions, setDecisions] = useState(false);
  if (!may) return null;
  const several = person.sourceRecords.length > 1;
  return (
    <div className="noPrint">
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('steward.person.actions')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowsJoin2 size={16} aria-hidden />} onClick={() => setAct('MERGE')}>
            {t('steward.person.MERGE')}
          </Menu.Item>
          <Menu.Item
            disabled={!several}
            leftSection={<IconArrowsSplit2 size={16} aria-hidden />}
            onClick={() => setAct('SPLIT')}
          >
            {t('steward.person.SPLIT')}
          </Menu.Item>
          <Menu.Item
            disabled={!several}
            leftSection={<IconTransferOut size={16} aria-hidden />}
            onClick={() => setAct('MOVE')}
          >
            {t('steward.person.MOVE')}
          </Menu.Item>
          <Menu.Item disabled={!several} leftSection={<IconPin size={16} aria-hidden />} onClick={() => setAct('PIN')}>
            {t('steward.person.PIN')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconGavel size={16} aria-hidden />} onClick={() => setDecisions(true)}>
            {t('steward.decision.title')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to="/people/$id/rights"
            params={{ id: person.masterId } as never}
            leftSection={<IconUserShield size={16} aria-hidden />}
          >
            {t('rights.open')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {decisions ? <DecisionsAbout person={person} close={() => setDecisions(false)} /> : null}
      {act ? <Doing key={act} act={act} person={person} close={() => setAct(null)} /> : null}
      <Toast />
    </div>
  );
}

function Doing({ act, person, close }: { act: Act; person: Person; close: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [other, setOther] = useState<Hit | null>(null);
  const [records, setRecords] = useState<RecordKey[]>([]);
  const [attribute, setAttribute] = useState<Pinned>('name');
  const [pinned, setPinned] = useState<RecordKey | null>(null);
  const id = person.masterId;

  const picked = records.length > 0 && records.length < person.sourceRecords.length;
  const ready = { MERGE: other !== null, SPLIT: picked, MOVE: picked && other !== null, PIN: pinned !== null }[act];
  function order(reason: string, only: boolean): Promise<Ruling> {
    switch (act) {
      case 'MERGE':
        return steward.merge(id, other?.masterId ?? '', reason, only);
      case 'SPLIT':
        return steward.split(id, records, reason, only);
      case 'MOVE':
        return steward.move(id, records, other?.masterId ?? '', reason, only);
      case 'PIN':
        return steward.pin(id, attribute, pinned as RecordKey, reason, only);
    }
  }
  function done(ruling: Ruling) {
    const told: LastDecision = {
      said: act,
      decisions: ruling.decisionId === null ? [] : [ruling.decisionId],
      task: null,
      state: ruling.state,
      risks: ruling.risks,
    };
    tellDecision(told);
    close();
    queries.invalidateQueries();
    if (act === 'MERGE' && ruling.state === 'IN_FORCE' && ruling.masterId && ruling.masterId !== id) {
      navigate({ to: '/people/$id', params: { id: ruling.masterId } });
    }
  }

  return (
    <ReasonDialog
      title={t(`steward.person.${act}`)}
      act={t(`steward.person.do.${act}`)}
      wide
      close={close}
      ready={ready}
      about={[act, id, person.version, other?.masterId, records.map(keyText), attribute, pinned && keyText(pinned)]}
      preview={() => order(t('steward.effect.preview'), true)}
      submit={(reason) => order(reason, false)}
      done={done}
    >
      <p className="quiet small" style={{ margin: 0 }}>
        {t(`steward.person.hint.${act}`)}
      </p>
      {act === 'SPLIT' || act === 'MOVE' ? (
        <PickRecords records={person.sourceRecords} chosen={records} choose={setRecords} />
      ) : null}
      {act === 'MERGE' || act === 'MOVE' ? <PickPerson except={id} chosen={other} choose={setOther} /> : null}
      {act === 'PIN' ? (
        <PickValue
          records={person.sourceRecords}
          attribute={attribute}
          setAttribute={(wanted) => {
            setAttribute(wanted);
            setPinned(null);
          }}
          chosen={pinned}
          choose={setPinned}
        />
      ) : null}
    </ReasonDialog>
  );
}

function nameOf(record: SourceRecord): string | undefined {
  return record.person.names[0]?.display;
}

function PickRecords(props: { records: SourceRecord[]; chosen: RecordKey[]; choose: (records: RecordKey[]) => void }) {
  const { t } = useTranslation();
  const { records, chosen, choose } = props;
  const has = (record: RecordKey) => chosen.some((one) => keyText(one) === keyText(record));
  return (
    <fieldset className="pick">
      <legend>{t('steward.pick.records')}</legend>
      {records.map((record) => (
        <label key={keyText(record)} className="pickRow">
          <input
            type="checkbox"
            checked={has(record)}
            onChange={(event) =>
              choose(
                event.currentTarget.checked
                  ? [...chosen, record]
                  : chosen.filter((one) => keyText(one) !== keyText(record)),
              )
            }
          />
          <span>
            <strong lang="vi">{nameOf(record) ?? t('search.noName')}</strong> <SourceTag source={record.source} />{' '}
            <span className="quiet small">{recordName(record)}</span>
          </span>
        </label>
      ))}
      {chosen.length === records.length ? <p className="small">{t('steward.pick.notAll')}</p> : null}
    </fieldset>
  );
}

function PickValue(props: {
  records: SourceRecord[];
  attribute: Pinned;
  setAttribute: (attribute: Pinned) => void;
  chosen: RecordKey | null;
  choose: (record: RecordKey) => void;
}) {
  const { t, i18n } = useTranslation();
  const words = { sex: (code: string) => t(`sex.${code}`), country: (code: string) => country(code, i18n.language) };
  const holding = props.records
    .map((record) => ({ record, text: pinnable(props.attribute, record.person as PersonOfRecord, words) }))
    .filter(({ text }) => text !== null);
  return (
    <>
      <NativeSelect
        data-autofocus
        label={t('steward.pick.attribute')}
        value={props.attribute}
        onChange={(event) => props.setAttribute(event.currentTarget.value as Pinned)}
        data={PINNED.map((code) => ({ value: code, label: t(`steward.pinned.${code}`) }))}
      />
      <fieldset className="pick">
        <legend>{t('steward.pick.value')}</legend>
        {holding.length === 0 ? <p className="quiet small">{t('steward.pick.noValue')}</p> : null}
        {holding.map(({ record, text }) => (
          <label key={keyText(record)} className="pickRow">
            <input
              type="radio"
              name="value"
              checked={props.chosen !== null && keyText(props.chosen) === keyText(record)}
              onChange={() => props.choose(record)}
            />
            <span>
              <strong lang={props.attribute === 'sex' || props.attribute === 'nationality' ? undefined : 'vi'}>
                {text}
              </strong>{' '}
              <SourceTag source={record.source} /> <span className="quiet small">{recordName(record)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** What was decided about a person, over the page; what stands can be taken back. */
function DecisionsAbout({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation();
  const decisions = useQuery({
    queryKey: ['decisions', 'of', person.masterId, person.version],
    queryFn: ({ signal }) => steward.decisions({ masterId: person.masterId, size: '50' }, signal),
  });
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('steward.decision.title')}
      closeButtonProps={{ 'aria-label': t('steward.keys.close') }}
    >
      {decisions.error ? <Failure fault={decisions.error} retry={() => decisions.refetch()} /> : null}
      {decisions.isPending ? <Loading rows={2} /> : null}
      {decisions.data?.length === 0 ? <Empty title={t('steward.decision.none')} /> : null}
      {decisions.data ? <Decisions decisions={decisions.data} /> : null}
    </Modal>
  );
}
