// Drives an installed Chromium through the main jobs against a running service, in both languages, with an axe check of
// every page: log in, search, open a person, look at the pipeline, log out.
//
// Usage: node browser/main-jobs.mjs BASE_URL QUERY [--user NAME] [--screenshots FOLDER]
// Exit codes: 0 all holds, 1 something does not, 2 could not run, 77 no Chromium is installed.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import en from '../src/texts/en.json' with { type: 'json' };
import vi from '../src/texts/vi.json' with { type: 'json' };

const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const TEXTS = { vi, en };
const PATIENCE = 20_000;

const [base, query, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : otherwise);
const user = option('--user', 'steward');
const screenshots = option('--screenshots', null);
const executablePath = BROWSERS.find((path) => path && existsSync(path));

if (!base || !query) {
  console.error('Usage: node browser/main-jobs.mjs BASE_URL QUERY [--user NAME] [--screenshots FOLDER]');
  process.exit(2);
}
if (!executablePath) {
  console.error(
    'No Chromium is installed (looked for CHROMIUM, chromium, google-chrome): the browser test is skipped.',
  );
  process.exit(77);
}
if (screenshots) mkdirSync(screenshots, { recursive: true });

function must(holds, what) {
  if (!holds) throw new Error(what);
}

/** No page may break a WCAG 2.2 AA rule that axe can see, nor be wider than its window. */
async function sound(page, name) {
  // Colours are judged when they have arrived, not while they fade in.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const told = violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  must(violations.length === 0, `${name}: axe found ${told.join('; ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  must(!wide, `${name}: the page is wider than its window`);
  if (screenshots) await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true });
}

async function jobs(context, language, look) {
  const t = TEXTS[language];
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const foreign = [];
  const faults = [];
  page.on(
    'request',
    (request) => request.url().startsWith(base) || request.url().startsWith('data:') || foreign.push(request.url()),
  );
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (line) => /Content Security Policy/.test(line.text()) && faults.push(line.text()));

  await page.goto(`${base}/`);
  await page.getByRole('heading', { name: vi.login.title }).waitFor();
  if (language !== 'vi') {
    await page.getByRole('button', { name: vi.language }).click();
    await page.getByRole('menuitem', { name: t.languageName[language] }).click();
  }
  await page.getByRole('heading', { name: t.login.title }).waitFor();
  await page.getByLabel(t.login.username).fill(user);
  await page.getByLabel(t.login.password, { exact: true }).fill('wrong');
  await page.getByRole('button', { name: t.login.submit }).click();
  await page.getByText(t.login.wrong).waitFor();
  await sound(page, `${look}-login`);
  await page.getByLabel(t.login.password, { exact: true }).fill(user);
  await page.getByRole('button', { name: t.login.submit }).click();

  const box = page.getByRole('textbox', { name: t.search.label });
  await box.waitFor();
  await box.blur();
  await page.keyboard.press('/');
  must(await box.evaluate((element) => element === document.activeElement), `${look}: the key / leads to the box`);
  await page.keyboard.type(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();
  await sound(page, `${look}-search`);

  await box.press('ArrowDown');
  const focused = await page.evaluate(() => document.activeElement?.hasAttribute('data-hit'));
  must(focused, `${look}: the arrow key leads from the box to the first person`);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  await sound(page, `${look}-person`);

  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  must((await box.inputValue()) === query, `${look}: going back brings the search back`);

  await page.getByRole('link', { name: t.pipeline.nav }).click();
  await page.getByRole('heading', { name: t.pipeline.tables }).waitFor();
  await sound(page, `${look}-pipeline`);

  must((await page.locator('html').getAttribute('lang')) === language, `${look}: the document says its language`);
  await page.reload();
  await page.getByRole('heading', { name: t.pipeline.tables }).waitFor(); // language and login were remembered

  await page.getByRole('button', { name: t.account.replace('{{name}}', user) }).click();
  await page.getByRole('menuitem', { name: t.logout }).click();
  await page.getByRole('heading', { name: t.login.title }).waitFor();
  must(foreign.length === 0, `${look}: requests left the service: ${foreign.join(', ')}`);
  must(faults.length === 0, `${look}: the browser complained: ${faults.join('; ')}`);
  await page.close();
}

const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  for (const { language, colorScheme, width } of [
    { language: 'vi', colorScheme: 'light', width: 1280 },
    { language: 'en', colorScheme: 'dark', width: 1280 },
    { language: 'vi', colorScheme: 'dark', width: 360 },
  ]) {
    const context = await browser.newContext({ viewport: { width, height: 860 }, colorScheme });
    await jobs(context, language, `${language}-${colorScheme}-${width}`);
    await context.close();
    console.log(`${language}, ${colorScheme}, ${width} px: holds`);
  }
} catch (fault) {
  console.error(String(fault.message ?? fault));
  process.exitCode = 1;
} finally {
  await browser.close();
}
