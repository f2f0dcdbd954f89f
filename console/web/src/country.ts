/** What a country is called, by its code of two letters; a code that nobody knows stands as it is. */
export function country(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}
