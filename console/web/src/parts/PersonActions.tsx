import type { ComponentType } from 'react';
import type { Person } from '../api';

/** What a part must be that stewards act on a person with. */
export type Actions = ComponentType<{ person: Person }>;

const FILES = import.meta.glob<{ StewardActions: Actions }>('./StewardActions.tsx', { eager: true });
const [file] = Object.values(FILES);

/** The place of stewards' actions beside a person, for what `StewardActions.tsx` offers. */
export function PersonActions({ person }: { person: Person }) {
  const StewardActions = file?.StewardActions;
  return StewardActions ? <StewardActions person={person} /> : null;
}
