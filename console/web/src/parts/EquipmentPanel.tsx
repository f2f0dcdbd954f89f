import { Button, Modal } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Device, equipmentApi } from '../api/equipment';
import { count, span, time } from '../format';
import { Empty } from './Empty';
import { Failure } from './Failure';
import { Loading } from './Loading';
import { SourceTag, Tag, type Tone } from './Tags';

export const DEVICE_TONES: Record<Device['state'], Tone> = {
  UP: 'good',
  DEGRADED: 'warn',
  DOWN: 'bad',
  UNKNOWN: 'plain',
};
const CENTRES = ['HANOI', 'DANANG', 'ANGIANG', 'UNKNOWN'] as const;
const EVERY = 15_000;

export function useEquipment() {
  return useQuery({
    queryKey: ['equipment'],
    queryFn: ({ signal }) => equipmentApi.now(signal),
    refetchInterval: EVERY,
    refetchIntervalInBackground: true,
  });
}

export function isFault(device: Device): boolean {
  return device.state !== 'UP';
}

/** The devices of each centre that has any, faults first as the service tells them. */
export function byCentre(devices: Device[]): { centre: string; devices: Device[] }[] {
  return CENTRES.map((centre) => ({ centre, devices: devices.filter((device) => device.centre === centre) })).filter(
    (group) => group.centre !== 'UNKNOWN' || group.devices.length > 0,
  );
}

export function deviceName(t: TFunction, device: Device): string {
  return t(`equipment.component.${device.component}`, { defaultValue: device.component });
}

export function centreName(t: TFunction, centre: string): string {
  return centre === 'UNKNOWN' ? t('dashboard.unknownCentre') : t(`centre.${centre}`);
}

/** How long something lasts, in words. */
export function lasting(t: TFunction, since: string, at: string): string {
  const { key, count: number } = span(Math.max(0, Date.parse(at) - Date.parse(since)));
  return t(`duration.${key}`, { count: number });
}

/** How the equipment of the three centres is, since when, and what happened to each piece. */
export function EquipmentPanel() {
  const { t } = useTranslation();
  const equipment = useEquipment();
  const [shown, setShown] = useState<Device | null>(null);
  const devices = equipment.data?.devices ?? [];
  const faults = devices.filter(isFault).length;
  return (
    <section aria-labelledby="equipment" style={{ marginBottom: '1.25rem' }}>
      <h2 id="equipment" style={{ fontSize: '1rem', marginBottom: '0.1rem' }}>
        {t('equipment.title')}
      </h2>
      <p className="quiet small" style={{ margin: '0 0 0.6rem' }}>
        {t('equipment.lead')}{' '}
        {devices.length > 0 ? (
          <Tag tone={faults > 0 ? 'bad' : 'good'}>
            {faults > 0 ? t('equipment.faults', { count: faults }) : t('equipment.allWell')}
          </Tag>
        ) : null}
      </p>
      {equipment.error ? <Failure fault={equipment.error} retry={() => equipment.refetch()} /> : null}
      {equipment.isPending ? <Loading rows={3} /> : null}
      {equipment.data && devices.length === 0 ? <Empty title={t('equipment.empty')} /> : null}
      {equipment.data && devices.length > 0 ? (
        <div className="centres">
          {byCentre(devices).map((group) => (
            <section key={group.centre} className="surface tile" aria-label={centreName(t, group.centre)}>
              <h3>{centreName(t, group.centre)}</h3>
              <ul className="deviceList">
                {group.devices.map((device) => (
                  <li key={device.source + device.component} data-fault={isFault(device)}>
                    <span className="deviceName">
                      <strong>{deviceName(t, device)}</strong> <SourceTag source={device.source} />
                    </span>
                    <span className="deviceState">
                      <Tag tone={DEVICE_TONES[device.state]}>{t(`equipment.state.${device.state}`)}</Tag>
                      <span className="quiet small">{t('equipment.since', { time: time(device.since) })}</span>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('equipment.history', {
                          device: `${deviceName(t, device)}, ${centreName(t, group.centre)}, ${t(`source.${device.source}`)}`,
                        })}
                        onClick={() => setShown(device)}
                      >
                        {t('equipment.historyButton')}
                      </Button>
                    </span>
                    {device.detail && isFault(device) ? (
                      <span className="quiet small">{t('equipment.asTold', { detail: device.detail })}</span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      ) : null}
      <Modal
        opened={shown !== null}
        onClose={() => setShown(null)}
        size="xl"
        title={shown ? `${deviceName(t, shown)}, ${centreName(t, shown.centre)}, ${t(`source.${shown.source}`)}` : ''}
        closeButtonProps={{ 'aria-label': t('equipment.close') }}
      >
        {shown ? <History device={shown} /> : null}
      </Modal>
    </section>
  );
}

function History({ device }: { device: Device }) {
  const { t, i18n } = useTranslation();
  const history = useInfiniteQuery({
    queryKey: ['equipment', device.source, device.centre, device.component],
    queryFn: ({ pageParam, signal }) => equipmentApi.history(device, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  if (history.error) return <Failure fault={history.error} retry={() => history.refetch()} />;
  if (history.isPending) return <Loading rows={4} />;
  const spells = history.data.pages.flatMap((page) => page.items);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="scroller" tabIndex={0} aria-label={t('equipment.historyButton')}>
        <table className="dataTable">
          <thead>
            <tr>
              <th scope="col">{t('dashboard.fact.status')}</th>
              <th scope="col">{t('equipment.from')}</th>
              <th scope="col">{t('equipment.until')}</th>
              <th scope="col" className="num">
                {t('equipment.reports')}
              </th>
              <th scope="col">{t('equipment.detail')}</th>
            </tr>
          </thead>
          <tbody>
            {spells.map((spell) => (
              <tr key={spell.from + spell.state}>
                <td>
                  <Tag tone={DEVICE_TONES[spell.state]}>{t(`equipment.state.${spell.state}`)}</Tag>
                </td>
                <td>{time(spell.from)}</td>
                <td>{spell.until ? time(spell.until) : t('equipment.lasting')}</td>
                <td className="num">{count(spell.reports, i18n.language)}</td>
                <td className="wrap">{spell.detail ? t('equipment.asTold', { detail: spell.detail }) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {history.hasNextPage ? (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => history.fetchNextPage()}
        >
          {t('equipment.more')}
        </Button>
      ) : null}
    </>
  );
}
