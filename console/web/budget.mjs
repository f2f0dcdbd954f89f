// What a browser must fetch before someone can search: the page, its scripts and styles compressed, and the fonts of
// Vietnamese text. More than the budget fails the build.
// Usage: node budget.mjs OUTPUT_FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Bytes, as they come over the line. */
export const BUDGET = 300_000;
/** The page that opens first and its words; all others are fetched when they are opened. */
const FIRST_PAGES = ['src/pages/LoginPage.tsx', 'src/pages/SearchPage.tsx', 'virtual:words-vi-first'];
/** A browser takes only the ranges of characters that a text needs: these two hold Vietnamese and English. */
const FONTS = /^inter-(latin|vietnamese)-wght-normal-.*\.woff2$/;

/** The files of the first load with their bytes over the line, the largest first. */
export function firstLoad(output) {
  const manifest = JSON.parse(readFileSync(join(output, '.vite', 'manifest.json'), 'utf8'));
  const files = new Set(['index.html']);
  const take = (name) => {
    const chunk = manifest[name] ?? Object.values(manifest).find((one) => one.src?.endsWith(name));
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const needed of chunk.imports ?? []) take(needed);
  };
  take('index.html');
  FIRST_PAGES.forEach(take);
  for (const font of readdirSync(join(output, 'assets')).filter((name) => FONTS.test(name)))
    files.add(`assets/${font}`);
  return [...files]
    .map((file) => {
      const bytes = readFileSync(join(output, file));
      return { file, bytes: file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** Says what the first load weighs. @returns whether it is within the budget */
export function weigh(output) {
  const files = firstLoad(output);
  const sum = files.reduce((total, { bytes }) => total + bytes, 0);
  const holds = sum < BUDGET;
  console.log(`First load of the console: ${Math.round(sum / 100) / 10} kB of ${BUDGET / 1000} kB.`);
  if (!holds) for (const { file, bytes } of files) console.error(`${String(bytes).padStart(8)} ${file}`);
  return holds;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = weigh(process.argv[2]) ? 0 : 1;
}
