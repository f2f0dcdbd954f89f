/** The order in which Vietnamese readers expect words and people: a ă â … d đ e ê …, digits by their number. */
const VIETNAMESE = new Intl.Collator('vi', { numeric: true });

/** For `sort`: texts in the order of the Vietnamese alphabet. */
export function compareTexts(a: string, b: string): number {
  return VIETNAMESE.compare(a, b);
}

/** For `sort`: full names as lists of people stand in Vietnam, by the given name (the last word), then by the rest. */
export function comparePeople(a: string, b: string): number {
  const [restA, givenA] = apart(a);
  const [restB, givenB] = apart(b);
  return VIETNAMESE.compare(givenA, givenB) || VIETNAMESE.compare(restA, restB);
}

function apart(name: string): [rest: string, given: string] {
  const words = name.trim().normalize('NFC').split(/\s+/);
  const given = words.pop() ?? '';
  return [words.join(' '), given];
}

/** A copy in the order of what each entry is called. */
export function sortedBy<T>(entries: readonly T[], text: (entry: T) => string): T[] {
  return [...entries].sort((a, b) => compareTexts(text(a), text(b)));
}
