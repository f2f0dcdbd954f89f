/** What was decided last in this window, so that it can be taken back at once, also from the page that followed. */
import { useSyncExternalStore } from 'react';
import type { DecisionState, Risk } from '../api/steward';

export interface LastDecision {
  /** What it says, in the key of its words. */
  said: 'SAME' | 'DIFFERENT' | 'DEFER' | 'MERGE' | 'SPLIT' | 'MOVE' | 'PIN' | 'UNDONE' | 'APPROVED';
  /** The decisions that an undo takes back; none where there is nothing to take back. */
  decisions: number[];
  /** The task that it answered, to come back to. */
  task: number | null;
  state: DecisionState | null;
  risks: Risk[];
  /** Of several tasks, how many were decided, wait for approval, and were refused. */
  several?: { decided: number; waiting: number; refused: number };
}

let last: LastDecision | null = null;
const listeners = new Set<() => void>();

export function tellDecision(decision: LastDecision | null) {
  last = decision;
  for (const listener of listeners) listener();
}

export function useLastDecision(): LastDecision | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => last,
    () => last,
  );
}

/** Tasks that were passed over in this window. */
export const passedOver = new Set<number>();
