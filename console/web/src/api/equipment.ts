/** The centres' equipment, and another try for what could not be processed. */
import { get, postJson } from '../api';

export interface Device {
  source: string;
  centre: string;
  component: string;
  state: 'UP' | 'DEGRADED' | 'DOWN' | 'UNKNOWN';
  since: string;
  lastReportAt: string;
  detail: string | null;
}

export interface Equipment {
  at: string;
  devices: Device[];
}

/** A time in which all reports said the same; `until` is null while it lasts. */
export interface Spell {
  state: Device['state'];
  from: string;
  to: string;
  until: string | null;
  reports: number;
  detail: string | null;
}

export interface Spells {
  items: Spell[];
  nextCursor: string | null;
}

export interface Replayed {
  tried: number;
  settled: number;
  open: number;
  next: number | null;
}

const path = (device: Device) => [device.source, device.centre, device.component].map(encodeURIComponent).join('/');

export const equipmentApi = {
  now: (signal?: AbortSignal) => get<Equipment>('/api/v1/equipment', signal),
  history: (device: Device, cursor: string | null, signal?: AbortSignal) =>
    get<Spells>(`/api/v1/equipment/${path(device)}?size=20${cursor ? `&cursor=${cursor}` : ''}`, signal),
  replay: async (ids: number[]) => (await postJson<Replayed>('/api/v1/dead-letters/replay', { ids })).body,
  replayAfter: async (after: number) => (await postJson<Replayed>('/api/v1/dead-letters/replay', { after })).body,
};
