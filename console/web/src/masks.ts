/** What stands where the reader does not read a value plainly. */
export const MASK_KINDS = [
  'IDENTITY_NUMBER',
  'TELEPHONE',
  'ADDRESS',
  'NOTES',
  'EXPLOITATION',
  'HEALTH',
  'ETHNICITY',
] as const;
export type MaskKind = (typeof MASK_KINDS)[number];

export interface Masked {
  masked: true;
  kind: MaskKind;
  /** The last digits of a number, as "…678"; null where nothing is told. */
  hint: string | null;
}

export type OrMasked<T> = T | Masked;

export function isMasked(value: unknown): value is Masked {
  return typeof value === 'object' && value !== null && (value as { masked?: unknown }).masked === true;
}

/** As text, where no button can stand: "•••678". */
export function maskText({ hint }: Masked): string {
  return `•••${hint ? hint.replace('…', '') : ''}`;
}

/** The plain values, and the masks among them. */
export function apart<T>(values: OrMasked<T>[]): { plain: T[]; masks: Masked[] } {
  const plain: T[] = [];
  const masks: Masked[] = [];
  for (const value of values) {
    if (isMasked(value)) masks.push(value);
    else plain.push(value);
  }
  return { plain, masks };
}
