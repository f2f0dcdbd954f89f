// An officer reads one person: where values come from, what happened, who is related, how it was; and prints it.
import { must } from '../harness.mjs';

export const user = 'supervisor';

async function openPerson({ page, base, t, get, query }, search = '') {
  const { hits } = await get(`/api/v1/search?q=${encodeURIComponent(query)}&size=1`);
  const id = hits[0].masterId;
  await page.goto(`${base}/people/${id}${search}`);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  return id;
}

async function post({ page, base }, path, data) {
  const cookies = await page.context().cookies(base);
  const token = cookies.find((cookie) => cookie.name === 'XSRF-TOKEN').value;
  const answer = await page.request.post(base + path, { data, headers: { 'X-XSRF-TOKEN': token } });
  must(answer.ok(), `${path} answered ${answer.status()}`);
  return answer.json();
}

async function ready({ page, t }) {
  await page.locator('.related').first().waitFor();
  if ((await page.locator('.related').count()) > 1) await page.locator('.relationsGraph svg').waitFor();
  await page.locator('summary', { hasText: t.story.title }).click();
  await page.getByText(t.story.weights).waitFor();
}

export async function job(window) {
  const { page, base, t, sound, get } = window;
  const id = await openPerson(window);
  await ready(window);
  const related = page.locator('.related');
  must((await related.count()) > 0, 'the related people are listed');
  await sound('person');

  // The timeline by kind and by source.
  const all = await page.locator('.timeline > li').count();
  await page
    .getByRole('radiogroup', { name: t.person.show })
    .getByText(new RegExp(`^${t.person.cases} \\(`))
    .click();
  const cases = await page.locator('.timeline > li').count();
  must(cases > 0 && cases < all, `of ${all} events some are cases, not ${cases}`);
  await page
    .getByRole('radiogroup', { name: t.person.show })
    .getByText(new RegExp(`^${t.person.all} \\(`))
    .click();
  await page.getByRole('radiogroup', { name: t.person.bySource }).getByText(t.source.hotline).click();
  const ofHotline = await page.locator('.timeline > li').count();
  must(ofHotline > 0 && ofHotline < all, `of ${all} events some are the hotline's, not ${ofHotline}`);

  // A related person, and back.
  await related.first().getByRole('link').first().click();
  await page.waitForURL((url) => url.pathname.startsWith('/people/') && !url.pathname.endsWith(id));
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => url.pathname.endsWith(id));

  // How it was, by a day that is typed; a day of the future is none.
  const day = page.getByLabel(t.past.choose);
  await day.fill('31/02/2026');
  await day.blur();
  await page.getByText(t.day.wrong).waitFor();
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  await day.fill(today);
  await day.press('Enter');
  await page.getByText(t.past.bannerBody).waitFor();
  await sound('person-past');
  await page.getByRole('link', { name: t.past.now }).click();
  await page.waitForURL((url) => url.search === '');
  await page.goto(`${base}/people/${id}?at=2001-01-01T00:00:00Z`);
  await page.getByText(t.past.notYet).waitFor();

  // On paper: no navigation, who printed it and when.
  await openPerson(window);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.printedBy', { hasText: user }).waitFor();
  must(!(await page.getByRole('navigation').first().isVisible()), 'paper has no navigation');
  must(!(await page.getByRole('button', { name: t.printed.button }).isVisible()), 'paper has no buttons');
  const why = page.getByText(t.story.weights);
  must(!(await why.isVisible()), 'why this is one person is folded');
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await why.waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await why.waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: null });

  // A decision made elsewhere shows at once in the open page, which stays where it is.
  await openPerson(window);
  const record = (await get(`/api/v1/master-records/${id}`)).sourceRecords[0];
  const { source, table, localId } = record;
  await page.evaluate(() => window.scrollTo(0, 200));
  const decision = await post(window, `/api/v1/master-records/${id}/pin`, {
    attribute: 'sex',
    sourceRecord: { source, table, localId },
    reason: 'browser test',
  });
  await page.getByText(t.person.pinned).first().waitFor();
  await page.getByText(t.live.renewed.split('{{')[0].trim()).waitFor({ state: 'attached' });
  must((await page.evaluate(() => window.scrollY)) === 200, 'an open page does not jump when it is renewed');
  await post(window, `/api/v1/decisions/${decision.decisionId}/undo`, { reason: 'browser test' });
  await page.getByText(t.person.pinned).first().waitFor({ state: 'detached' });

  // What is not there is told in words.
  await page.goto(`${base}/people/00000000-0000-4000-8000-000000000000`);
  await page.getByRole('heading', { name: t.person.unknownTitle }).waitFor();
  const answer = await get(`/api/v1/master-records/${id}/relations`);
  must(answer.masterId === id, 'relations are those of the person');
}

export const pages = [
  {
    name: 'person',
    open: async (window) => {
      await openPerson(window);
      await ready(window);
    },
  },
  {
    name: 'person-past',
    open: async (window) => {
      await openPerson(window, `?at=${new Date().toISOString()}`);
      await window.page.getByText(window.t.past.bannerBody).waitFor();
    },
  },
  {
    name: 'person-print',
    open: async (window) => {
      await openPerson(window);
      await ready(window);
      await window.page.emulateMedia({ media: 'print' });
    },
  },
  {
    name: 'person-unknown',
    open: async ({ page, base, t }) => {
      await page.emulateMedia({ media: null });
      await page.goto(`${base}/people/00000000-0000-4000-8000-000000000000`);
      await page.getByRole('heading', { name: t.person.unknownTitle }).waitFor();
    },
  },
];
