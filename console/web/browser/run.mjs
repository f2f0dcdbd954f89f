// Drives an installed Chromium through the main jobs of every kind of user against a running service, with an axe check of
// every page. A job is a file of `jobs/`:
//
//   export const user = 'steward';                  who does it
//   export async function job(window) {…}           log in is done; window: see `openWindow` in harness.mjs, and `query`
//   export const pages = [{ name, open }]           for the screenshots: `open(window)` leads to the page and waits until it is there
//
// With --tasks, the tasks of `tasks/` instead: what the root README lists for each kind of user, tried one by one against a
// full demo, each in a window of its own. A file there holds `tasks = [{ text, user, run(window) }]`.
//
// Usage: node browser/run.mjs BASE_URL [--query TEXT] [--jobs NAME,NAME] [--every-page] [--screenshots FOLDER]
//        node browser/run.mjs BASE_URL --tasks [NAME,NAME] [--only NUMBER] [--language vi|en] [--width PIXELS]
//   --query       what the officer searches for; the first person found is opened
//   --every-page  instead of the jobs: every page in both languages, light and dark, 360 and 1920 px wide
// Exit codes: 0 all holds, 1 something does not, 2 could not run, 77 no Chromium is installed.
import { readdirSync } from 'node:fs';
import { isJudged, JOB_LOOKS, LOOKS, nameOf, openWindow, startBrowser } from './harness.mjs';

const [base, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);
const query = option('--query', 'nguyen thi hoa');
const screenshots = option('--screenshots', null);
const everyPage = rest.includes('--every-page');
const tried = rest.includes('--tasks');

if (!base) {
  console.error(
    'Usage: node browser/run.mjs BASE_URL [--query TEXT] [--jobs NAME,NAME] [--every-page] [--screenshots FOLDER] | --tasks [NAME,NAME]',
  );
  process.exit(2);
}
/** The files of a folder that were asked for by name; all if none was. */
function subjects(folder, asked) {
  return readdirSync(new URL(`./${folder}/`, import.meta.url))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.replace('.mjs', ''))
    .filter((name) => !asked || asked.startsWith('--') || asked.split(',').includes(name));
}

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
      await window.sound(name, isJudged(look));
    }
  });
}

/** Each task of a kind of user, one after the other; one that fails is told and does not keep the others from being tried. */
async function tryTasks(browser, name) {
  const look = { language: option('--language', 'vi'), colorScheme: 'light', width: Number(option('--width', '1280')) };
  const { tasks } = await import(`./tasks/${name}.mjs`);
  const only = Number(option('--only', '0'));
  for (const [at, { text, user, run }] of tasks.entries()) {
    const number = at + 1;
    if (only > 0 && only !== number) continue;
    const told = `${name} ${number} (${user}): ${text}`;
    try {
      await inWindow(browser, look, { user }, async (window) => {
        await run(window).catch(async (fault) => {
          if (screenshots) await window.picture(`${name}-${number}`); // what stood there when it failed
          throw fault;
        });
        await window.sound(`${name}-${number}`);
      });
      console.log(`${told}: holds`);
    } catch (fault) {
      console.error(`${told}: ${fault.message ?? fault}`);
      process.exitCode = 1;
    }
  }
}

const browser = await startBrowser();
if (!browser) {
  console.error(
    'No Chromium is installed (looked for CHROMIUM, chromium, google-chrome): the browser test is skipped.',
  );
  process.exit(77);
}
try {
  if (tried) for (const name of subjects('tasks', option('--tasks', null))) await tryTasks(browser, name);
  for (const name of tried ? [] : subjects('jobs', option('--jobs', null))) {
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
