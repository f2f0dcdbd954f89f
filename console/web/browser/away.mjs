// Search is away while an officer works: she is told so, still opens a record, and goes on searching when it is back.
// Says `ready` when search is to go, `opened` when it is to come back, each on a line of its own, and waits for a line of its input then.
//
// Usage: node browser/away.mjs BASE_URL USER QUERY NAME
// Exit codes: 0 all holds, 1 something does not, 77 no Chromium is installed.
import { once } from 'node:events';
import { must, openWindow, startBrowser } from './harness.mjs';

const [base, user, query, name] = process.argv.slice(2);

const browser = await startBrowser();
if (!browser) {
  console.error('No Chromium is installed: the browser test is skipped.');
  process.exit(77);
}

async function told(line) {
  console.log(line);
  await once(process.stdin, 'data');
}

try {
  const window = await openWindow(browser, {
    base,
    look: { language: 'vi', colorScheme: 'light', width: 1280 },
    screenshots: null,
  });
  const { page, t } = window;
  const box = page.locator('search input').first();
  const found = page.locator('[aria-busy=false] [data-hit]', { hasText: name }).first();
  await window.logIn(user);
  await box.fill(query);
  await found.click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  const opened = new URL(page.url()).pathname;
  await told('ready');
  await page.goto(base);
  await box.fill(query);
  const away = page.getByRole('alert').filter({ hasText: t.desk.awayTitle });
  await away.waitFor();
  must((await page.locator('[data-hit]').count()) === 0, 'nobody is shown as found');
  await window.sound('search-away');
  await box.fill(''); // whom one opened is listed where nothing is searched for
  await page.locator(`a[href="${opened}"]`).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  await window.sound('person-while-search-is-away');
  await told('opened');
  await page.goto(base);
  await box.fill(query);
  const again = away.getByRole('button', { name: t.error.retry });
  await away.or(found).first().waitFor();
  while (!(await found.isVisible())) {
    if (await again.isVisible()) await again.click();
    await page.waitForTimeout(500);
  }
  await window.end();
  console.log('the record stood open, and she was found again');
} catch (fault) {
  console.error(fault.message ?? fault);
  process.exitCode = 1;
} finally {
  await browser.close();
  process.stdin.destroy();
}
