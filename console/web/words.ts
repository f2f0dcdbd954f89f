/**
 * Parts the words of a language in two: those of the first pages (log-in and search), which everybody fetches, and all others, which
 * come with the first other page. `virtual:words-vi-first` and `virtual:words-vi-rest` are the two.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const NAME = /^virtual:words-(vi|en)-(first|rest)$/;

/** The blocks that no first page says; a test holds them to it. A block that does not stand here is fetched by everybody. */
export const LATER: readonly string[] = [
  'agencyKind',
  'audit',
  'caseStatus',
  'contactOutcome',
  'dashboard',
  'day',
  'deadReason',
  'deskDialog',
  'duration',
  'equipment',
  'fault',
  'field',
  'flag',
  'identityKind',
  'linkKind',
  'means',
  'past',
  'person',
  'pipeline',
  'printed',
  'reconciliation',
  'referralOutcome',
  'relation',
  'relations',
  'returnKind',
  'reveal',
  'rights',
  'rule',
  'screenedAs',
  'service',
  'session',
  'sourceLog',
  'steward',
  'story',
  'telephoneUse',
  'users',
];

export function words(texts: string): Plugin {
  return {
    name: 'words',
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : undefined),
    load(id) {
      const [, language, part] = NAME.exec(id.replace('\0', '')) ?? [];
      if (!language) return undefined;
      const file = join(texts, `${language}.json`);
      this.addWatchFile(file);
      const all = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>);
      const chosen = all.filter(([block]) => LATER.includes(block) === (part === 'rest'));
      return `export default ${JSON.stringify(Object.fromEntries(chosen))};`;
    },
  };
}
