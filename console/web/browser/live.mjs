// An officer finds somebody, opens the page and leaves it open, while a legacy system changes the name: it is to appear by itself.
// Says `ready` on a line of its own when the page stands and nothing but the change is waited for.
//
// Usage: node browser/live.mjs BASE_URL USER QUERY NAME_NOW NAME_THEN
// Exit codes: 0 all holds, 1 something does not, 77 no Chromium is installed.
import { must, openWindow, startBrowser } from './harness.mjs';

const [base, user, query, now, then] = process.argv.slice(2);

const browser = await startBrowser();
if (!browser) {
  console.error('No Chromium is installed: the browser test is skipped.');
  process.exit(77);
}
try {
  const window = await openWindow(browser, {
    base,
    look: { language: 'vi', colorScheme: 'light', width: 1280 },
    screenshots: null,
  });
  const { page } = window;
  await window.logIn(user);
  await page.locator('search input').first().fill(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await page.locator('[aria-busy=false] [data-hit]', { hasText: now }).first().press('Enter');
  await page.getByRole('heading', { name: now, level: 1 }).waitFor();
  await page.evaluate(() => {
    window.neverLoadedAgain = true;
  });
  console.log('ready');
  await page.getByRole('heading', { name: then, level: 1 }).waitFor();
  must(await page.evaluate(() => window.neverLoadedAgain), 'the page was loaded again');
  await window.sound('live');
  await window.end();
  console.log('the new name stands on the open page');
} catch (fault) {
  console.error(fault.message ?? fault);
  process.exitCode = 1;
} finally {
  await browser.close();
}
