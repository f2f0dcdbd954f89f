/** What is offered as a reason: what the evidence says in words, then what was said last. */
import type { WeightPart } from '../api/steward';

/** Parts that name no agreement or difference of the two records. */
const NOT_OF_RECORDS = new Set(['prior', 'relatives', 'namesakes', 'twins', 'calibration', 'unknown-person']);
const MOST_PARTS = 4;

/** The weightiest parts that speak for an answer, as `Given name: equal; Birth: same year`; empty if none does. */
export function reasonOf(parts: WeightPart[], same: boolean, words: (name: string) => string): string {
  const sign = same ? 1 : -1;
  return parts
    .filter((part) => !NOT_OF_RECORDS.has(part.name) && sign * part.bits >= 0.5)
    .sort((one, other) => sign * (other.bits - one.bits))
    .slice(0, MOST_PARTS)
    .map((part) => `${words(part.name)}: ${words(part.level)}`)
    .join('; ');
}

const MOST_OF_LAST = 3;

/** What the evidence of another task said: `Given name: equal; Birth: same year`. */
function isOfOtherEvidence(reason: string): boolean {
  return reason.split('; ').every((part) => /^[^:]+: [^:]+$/.test(part));
}

/** All that is offered, each once: what this evidence says, what was said last in own words, what is usual. */
export function offered(fromEvidence: string, last: string[], usual: string[]): string[] {
  const own = last.filter((reason) => !isOfOtherEvidence(reason)).slice(0, MOST_OF_LAST);
  return [...new Set([fromEvidence, ...own, ...usual].filter((reason) => reason !== ''))];
}
