// Drives an installed Chromium through the main jobs of every kind of user against a running service, with an axe check of
// every page. A job is a file of `jobs/`:
//
//   export const user = 'steward';                  who does it
//   export async function job(window) {…}           log in is done; window: see `openWindow` in harness.mjs, and `query`
//   export const pages = [{ name, open }]           for the screenshots: `open(window)` leads to the page and waits until it is there
//
// Usage: node browser/run.mjs BASE_URL [--query TEXT] [--jobs NAME,NAME] [--every-page] [--screenshots FOLDER]
//   --query       what the officer searches for; the first person found is opened
//   --every-page  instead of the jobs: every page in both languages, light and dark, 360 and 1920 px wide
// Exit codes: 0 all holds, 1 something does not, 2 could not run, 77 no Chromium is installed.
import { readdirSync } from 'node:fs';
import { JOB_LOOKS, LOOKS, nameOf, openWindow, startBrowser } from './harness.mjs';

const [base, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);
const query = option('--query', 'nguyen thi hoa');
const screenshots = option('--screenshots', null);
const everyPage = rest.includes('--every-page');

if (!base) {
  console.error(
    'Usage: node browser/run.mjs BASE_URL [--query TEXT] [--jobs NAME,NAME] [--every-page] [--screenshots FOLDER]',
  );
  process.exit(2);
}
const names = readdirSync(new URL('./jobs/', import.meta.url))
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.replace('.mjs', ''))
  .filter((name) => (option('--jobs', null)?.split(',') ?? [name]).includes(name));

async function inWindow(browser, look, subject, work) {
  const window = await openWindow(browser, { base, look, screenshots });
  try {
    if (subject.user) await window.logIn(subject.user);
    await work({ ...window, query });
  } finally {
    await window.end();
  }
}

async function showPages(browser, look, subject) {
  await inWindow(browser, look, subject, async (window) => {
    for (const { name, open } of subject.pages ?? []) {
      await open(window);
      await window.sound(name);
    }
  });
}

const browser = await startBrowser();
if (!browser) {
  console.error(
    'No Chromium is installed (looked for CHROMIUM, chromium, google-chrome): the browser test is skipped.',
  );
  process.exit(77);
}
try {
  for (const name of names) {
    const subject = await import(`./jobs/${name}.mjs`);
    for (const look of everyPage ? LOOKS : (subject.looks ?? JOB_LOOKS)) {
      try {
        if (everyPage) await showPages(browser, look, subject);
        else if (subject.job) await inWindow(browser, look, subject, subject.job);
        console.log(`${name}, ${nameOf(look)}: holds`);
      } catch (fault) {
        console.error(`${name}, ${nameOf(look)}: ${fault.message ?? fault}`);
        process.exitCode = 1;
      }
    }
  }
} finally {
  await browser.close();
}
