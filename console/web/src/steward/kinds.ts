/** What review tasks can be: apart from the calls, for the addresses of the pages are read before any of them is made. */
export const TASK_KINDS = [
  'VICTIM_WITH_ADULT',
  'CONFLICTING_ASSERTIONS',
  'CONFLICTING_EVIDENCE',
  'NEAR_EQUAL_ALTERNATIVES',
  'CLUSTERS_DISAGREE',
  'COMPONENT_TOO_LARGE',
  'LARGE_CLUSTER',
  'POSSIBLE_LINK',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export const TASK_STATES = ['OPEN', 'DEFERRED', 'AWAITING_APPROVAL', 'DECIDED', 'CLOSED'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const CENTRES = ['HANOI', 'DANANG', 'ANGIANG', 'UNKNOWN'] as const;
