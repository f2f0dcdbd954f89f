// An officer's main job: log in, find a person by the keyboard, read the record, come back, look at the pipeline, log out.
import { must, TEXTS } from '../harness.mjs';

const USER = 'supervisor'; // in the tests' world an officer may see her, a steward may not: the supervisor sees everybody

export async function job({ page, t, base, look, sound, goTo, query }) {
  await page.goto(`${base}/`);
  await page.getByRole('heading', { name: t.login.title }).waitFor();
  const other = look.language === 'vi' ? 'en' : 'vi';
  for (const [from, to] of [
    [look.language, other],
    [other, look.language],
  ]) {
    await page.getByRole('button', { name: TEXTS[from].language }).click();
    await page.getByRole('menuitem', { name: t.languageName[to] }).click();
    await page.getByRole('heading', { name: TEXTS[to].login.title }).waitFor();
  }
  await page.getByLabel(t.login.username).fill(USER);
  await page.getByLabel(t.login.password, { exact: true }).fill('wrong');
  await page.getByRole('button', { name: t.login.submit }).click();
  await page.getByText(t.login.wrong).waitFor();
  await sound('login');
  await page.getByLabel(t.login.password, { exact: true }).fill(USER);
  await page.getByRole('button', { name: t.login.submit }).click();

  const box = page.locator('search input').first();
  await box.waitFor();
  must((await page.title()).startsWith(t.search.title), 'the tab says where one is');
  await box.blur();
  await page.keyboard.press('/');
  must(await box.evaluate((element) => element === document.activeElement), 'the key / leads to the box');
  await page.keyboard.type(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();
  await sound('search');

  await page.locator('[data-hit]').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  const heading = await page.evaluate(() => document.activeElement?.tagName);
  must(heading === 'H1', `the focus goes to the heading of the new page, not to ${heading}`);
  must((await page.title()).startsWith(t.person.title), 'the tab does not name the person');
  await sound('person');

  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  must((await box.inputValue()) === query, 'going back brings the search back');

  await goTo(t.navigate.pipeline);
  await page.getByRole('heading', { name: t.pipeline.title, level: 1 }).waitFor();
  await page.waitForURL(/\/pipeline$/);
  await sound('pipeline');

  must((await page.locator('html').getAttribute('lang')) === look.language, 'the document says its language');
  await page.reload();
  await page.getByRole('heading', { name: t.pipeline.title, level: 1 }).waitFor(); // language and login were remembered

  // The first key leads past the header.
  await page.keyboard.press('Tab');
  must(await page.evaluate(() => document.activeElement?.className === 'skip'), 'Tab leads to the way past the header');
  await page.keyboard.press('Enter');
  must(await page.evaluate(() => document.activeElement?.id === 'content'), 'which leads to the content');

  // The session ends elsewhere, as by a log-out in another window: the next call leads to the login, and back after it.
  // A call of the page's own may come before the click: then the way is gone, and nobody waits for it.
  await page.context().clearCookies({ name: 'UHR_SESSION' });
  await page.evaluate(() => document.querySelector('nav a[href="/"]')?.click());
  await page.getByText(t.login.ended).waitFor();
  await page.getByLabel(t.login.username).fill(USER);
  await page.getByLabel(t.login.password, { exact: true }).fill(USER);
  await page.getByRole('button', { name: t.login.submit }).click();

  await page.getByRole('button', { name: t.account.replace('{{name}}', USER) }).click();
  await page.getByRole('menuitem', { name: t.logout }).click();
  await page.getByRole('heading', { name: t.login.title }).waitFor();
}
