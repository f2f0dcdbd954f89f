/** The pages that are built into this console, each a chunk of its own that is fetched when it is first opened. */
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { allWords } from './texts';

type PageFile = Record<string, ComponentType>;

/** Pages that say nothing but the words which everybody fetches; see `words.ts`. */
const FIRST = ['LoginPage', 'NotFoundPage', 'SearchPage'];

const FILES = import.meta.glob<PageFile>('./pages/*Page.tsx');

function fileOf(page: string) {
  return FILES[`./pages/${page}.tsx`];
}

/** Whether there is a file `pages/NAME.tsx`; the way to a page is shown only then. */
export function isThere(page: string): boolean {
  return fileOf(page) !== undefined;
}

/** The component NAME of `pages/NAME.tsx`, fetched when first shown; the page of unknown addresses when there is none. */
export function lazyPage(page: string) {
  const there = fileOf(page) ? page : 'NotFoundPage';
  const load = fileOf(there);
  if (!load) throw new Error(`no page ${there}`);
  return lazyRouteComponent(async () => {
    const [file] = await Promise.all([load(), FIRST.includes(there) ? null : allWords()]);
    return file;
  }, there);
}
