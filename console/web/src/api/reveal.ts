/** Reading masked fields of one person plainly for a while, and breaking the glass. */
import { type Person, postJson, sendJson } from '../api';
import type { MaskKind } from '../masks';

export interface Revealed {
  fields: MaskKind[];
  breakGlass: boolean;
  until: string;
}

export const REVEAL = 'POST /api/v1/master-records/{id}/reveal';

const path = (id: string) => `/api/v1/master-records/${encodeURIComponent(id)}/reveal`;

export const revealApi = {
  reveal: async (id: string, fields: MaskKind[], purpose: string, reason: string) =>
    (await postJson<{ masterId: string; revealed: Revealed; person: Person }>(path(id), { fields, purpose, reason }))
      .body,
  end: (id: string) => sendJson<null>('DELETE', path(id), undefined),
};
