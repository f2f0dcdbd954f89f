// What every job in the browser stands on: an installed Chromium, a log-in, and what must hold of every page.
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
const PATIENCE = 30_000;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const TEXTS = { vi, en };

/** How a page can be looked at: three looks for a job, all eight for the screenshots of every page. */
export const LOOKS = ['vi', 'en'].flatMap((language) =>
  ['light', 'dark'].flatMap((colorScheme) => [360, 1920].map((width) => ({ language, colorScheme, width }))),
);
export const JOB_LOOKS = [
  { language: 'vi', colorScheme: 'light', width: 1280 },
  { language: 'en', colorScheme: 'dark', width: 1280 },
  { language: 'vi', colorScheme: 'dark', width: 360 },
];

/**
 * Whether axe judges every page in this look: colours and widths all in Vietnamese, English once, since it takes half the time
 * of a page and languages differ in words alone. Jobs are judged in each of their looks.
 */
export const isJudged = (look) => look.language === 'vi' || (look.colorScheme === 'light' && look.width === 360);

export const nameOf = (look) => `${look.language}-${look.colorScheme}-${look.width}`;

/** An installed Chromium; null when there is none. */
export async function startBrowser() {
  const executablePath = BROWSERS.find((path) => path && existsSync(path));
  return executablePath ? chromium.launch({ executablePath, args: FLAGS }) : null;
}

export function must(holds, what) {
  if (!holds) throw new Error(what);
}

/**
 * A window upon the service, in one look. Whatever it asks of another host, every fault of a script and everything that the
 * page's own content policy refuses is noted, and fails `end()`.
 */
export async function openWindow(browser, { base, look, screenshots }) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width > 1500 ? 1080 : 860 },
    colorScheme: look.colorScheme,
    reducedMotion: 'reduce',
  });
  await context.addInitScript((language) => {
    try {
      localStorage.setItem('uhr-language', language);
    } catch {
      // A document in a sandbox has no storage, and takes no language from it.
    }
  }, look.language);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints = [];
  page.on('request', (request) => {
    const ours = request.url().startsWith(`${base}/`) || request.url().startsWith('data:');
    if (!ours) complaints.push(`a request left the service: ${request.url()}`);
  });
  page.on('pageerror', (fault) => complaints.push(`a script failed: ${fault.message}`));
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) complaints.push(line.text());
  });
  const t = TEXTS[look.language];

  /** The whole page as it is, in the folder of its look. */
  async function picture(name) {
    const folder = join(screenshots, nameOf(look));
    mkdirSync(folder, { recursive: true });
    await page.evaluate(() => window.scrollTo(0, 0)); // a header that stays at the top would stand in the middle
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  }

  async function judge(name) {
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    const told = violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
    must(violations.length === 0, `${name}: axe found ${told.join('; ')}`);
  }

  /** No page may break a WCAG 2.2 AA rule that axe can see, nor be wider than its window; `judged` tells whether axe looks. */
  async function sound(name, judged = true) {
    // Colours are judged when they have arrived, not while they fade in.
    await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
    await page.evaluate(() => document.fonts.ready);
    if (screenshots) await picture(name);
    if (judged) await judge(name);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    must(!wide, `${name}: the page is wider than its window`);
  }

  async function logIn(user) {
    await page.goto(`${base}/login`);
    await page.getByLabel(t.login.username).fill(user);
    await page.getByLabel(t.login.password, { exact: true }).fill(user);
    await page.getByRole('button', { name: t.login.submit }).click();
    await page.getByRole('button', { name: t.account.replace('{{name}}', user) }).waitFor();
  }

  /**
   * Somebody else is to log in. The page that was open is left first: what it still asks for would be answered without a session, and
   * lead it to the log-in while the next one is already typing there.
   */
  async function changeUser(user) {
    await page.goto('about:blank');
    await context.clearCookies();
    await logIn(user);
  }

  /** What the service answers the one who has logged in: for addresses of what a job looks at. */
  async function get(path) {
    const answer = await page.request.get(base + path);
    must(answer.ok(), `${path} answered ${answer.status()}`);
    return answer.json();
  }

  /** Goes to a page by the header, or by the menu that holds its ways in a small window. */
  async function goTo(name) {
    const way = page.getByRole('navigation').getByRole('link', { name, exact: true });
    if (await way.isVisible()) return way.click();
    await page.getByRole('button', { name: t.navigate.menu, exact: true }).click();
    return page.getByRole('menuitem', { name, exact: true }).click();
  }

  async function end() {
    await context.close();
    must(complaints.length === 0, complaints.join('; '));
  }

  return { page, t, base, look, sound, picture, logIn, changeUser, get, goTo, end };
}
