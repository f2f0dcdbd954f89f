/** Which changes concern the list of people found that is on the screen. */
import type { LiveEvent } from './live';

/** Nobody needs to know of more. */
const MOST = 999;

interface Found {
  pages: { hits: { masterId: string }[] }[];
}

export interface Changes {
  /** The people of the list who changed. */
  people: ReadonlySet<string>;
  /** Others may have changed too, or stand on it now. */
  others: boolean;
}

export const NONE: Changes = { people: new Set(), others: false };

/**
 * What is known to have changed, after one more was heard of; the same object where that does not concern the list.
 *
 * @param ofAll whether nothing was asked for: then whoever changes comes to stand on the list
 */
export function heard(before: Changes, event: LiveEvent, list: Found | undefined, ofAll = false): Changes {
  const shown =
    event.kind === 'person' && list?.pages.some(({ hits }) => hits.some(({ masterId }) => masterId === event.masterId));
  if (shown) {
    if (before.people.has(event.masterId) || before.people.size >= MOST) return before;
    return { ...before, people: new Set(before.people).add(event.masterId) };
  }
  const others = event.kind === 'missed' || (event.kind === 'person' && ofAll);
  return others && !before.others ? { ...before, others } : before;
}

/** Whether there is anything to tell. */
export function any({ people, others }: Changes): boolean {
  return others || people.size > 0;
}
