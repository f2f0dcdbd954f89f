import { type ComponentType, lazy, Suspense } from 'react';
import type { Person } from '../api';
import { useMay } from '../session';

/** What a part must be that stewards act on a person with. */
type Actions = ComponentType<{ person: Person }>;

const FILES = import.meta.glob<{ StewardActions: Actions }>('./StewardActions.tsx');
const [load] = Object.values(FILES);
const StewardActions = load ? lazy(async () => ({ default: (await load()).StewardActions })) : null;

/** The place of stewards' actions beside a person, fetched for stewards only. */
export function PersonActions({ person }: { person: Person }) {
  const may = useMay('POST /api/v1/master-records/{id}/merge');
  return may && StewardActions ? (
    <Suspense fallback={null}>
      <StewardActions person={person} />
    </Suspense>
  ) : null;
}
