/** Which tasks are listed, as it stands in the address, and which comes after one. */
import { CENTRES, TASK_KINDS, TASK_STATES } from './kinds';

export interface QueueState {
  state?: string;
  kind?: string;
  centre?: string;
  mine?: 'yes';
}

function oneOf(allowed: readonly string[], given: unknown): string | undefined {
  return typeof given === 'string' && allowed.includes(given) ? given : undefined;
}

/** Reads the address; whatever is not a filter is left out. */
export function readQueue(given: Record<string, unknown>): QueueState {
  const read: QueueState = {
    state: oneOf(TASK_STATES, given.state),
    kind: oneOf(TASK_KINDS, given.kind),
    centre: oneOf(CENTRES, given.centre),
    mine: given.mine === 'yes' ? 'yes' : undefined,
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The parameters of the call. */
export function queueParameters(queue: QueueState, account: string, cursor: string | null): Record<string, string> {
  return {
    size: '25',
    ...(queue.state ? { state: queue.state } : {}),
    ...(queue.kind ? { kind: queue.kind } : {}),
    ...(queue.centre ? { centre: queue.centre } : {}),
    ...(queue.mine ? { assignedTo: account } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

interface Waiting {
  id: number;
  lease: { holder: string; until: string } | null;
  assignedTo: string | null;
}

/** The next that the account can take: after the present one in the order of the queue, or else from its beginning. */
export function nextTask(queue: Waiting[], present: number, passed: ReadonlySet<number>, account: string, now: number) {
  const free = (task: Waiting) =>
    task.id !== present &&
    !passed.has(task.id) &&
    (task.assignedTo === null || task.assignedTo === account) &&
    (task.lease === null || task.lease.holder === account || Date.parse(task.lease.until) <= now);
  const at = queue.findIndex((task) => task.id === present);
  return queue.slice(at + 1).find(free) ?? queue.slice(0, Math.max(at, 0)).find(free);
}
