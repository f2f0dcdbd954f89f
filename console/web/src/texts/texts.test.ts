import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { LATER } from '../../words.ts';
import en from './en.json';
import vi from './vi.json';

type Texts = { [key: string]: string | Texts };

function keys(texts: Texts, before = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key] : keys(value, `${before}${key}.`),
  );
}

/** Vietnamese has one plural form, English two: a key counts without its ending. */
function withoutPlural(all: string[]): string[] {
  return [...new Set(all.map((key) => key.replace(/_(one|other)$/, '')))].sort();
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? sources(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts')
        ? [readFileSync(join(folder, entry.name), 'utf8')]
        : [],
  );
}

it('every text stands in both languages', () => {
  expect(withoutPlural(keys(vi))).toEqual(withoutPlural(keys(en)));
});

it('no text is empty', () => {
  for (const texts of [vi, en] as Texts[]) {
    const empty = keys(texts).filter((key) => {
      const value = key.split('.').reduce<string | Texts | undefined>((at, part) => (at as Texts)?.[part], texts);
      return typeof value !== 'string' || value.trim() === '';
    });
    expect(empty).toEqual([]);
  }
});

it('both languages fill the same gaps in a text', () => {
  const gaps = (texts: Texts, key: string) => {
    const found = key.split('.').reduce<string | Texts | undefined>((at, part) => (at as Texts)?.[part], texts);
    return typeof found === 'string' ? (found.match(/{{\w+}}/g) ?? []).sort() : undefined;
  };
  for (const key of keys(vi)) expect(gaps(en, key), key).toEqual(gaps(vi, key));
});

it('every text that the pages name exists', () => {
  const known = new Set(withoutPlural(keys(vi)));
  const groups = new Set(keys(vi).flatMap((key) => key.split('.').map((_, at, parts) => parts.slice(0, at).join('.'))));
  const missing = sources(join(__dirname, '..'))
    .flatMap((source) => [...source.matchAll(/\b(?:t\(|text:)\s*(['`])([^'`]+)\1/g)].map((match) => match[2] ?? ''))
    .filter(
      (key) => !(key.includes('${') ? groups.has(key.slice(0, key.indexOf('${')).replace(/\.$/, '')) : known.has(key)),
    );
  expect(missing).toEqual([]);
});

/** A file with all that it imports at once; what is fetched later is left out. */
function withImports(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const found = ['.ts', '.tsx', '/index.ts'].map((end) => join(dirname(file), path + end)).find(existsSync);
    if (found) withImports(found, seen);
  }
  return seen;
}

it('the first pages say only what everybody fetches', () => {
  const first = ['main.tsx', 'pages/LoginPage.tsx', 'pages/SearchPage.tsx', 'pages/NotFoundPage.tsx'];
  const files = new Set(first.flatMap((name) => [...withImports(join(__dirname, '..', name))]));
  const later = [...files].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:t\(|text:)\s*(['`])(\w+)[.$]/g)]
      .map((match) => match[2] ?? '')
      .filter((block) => LATER.includes(block))
      .map((block) => `${file}: ${block}`),
  );
  expect(later).toEqual([]);
});
