// What the central office asks its figures: choose a period, read a number, open the list behind it and a person of it, save a
// picture and the numbers.
import { must } from '../harness.mjs';

export const user = 'supervisor'; // cleared for everybody in the tests' world

const PERIOD = 'from=2021-01-01&to=2021-12-31';

export async function job({ page, t, base, sound, goTo }) {
  await goTo(t.navigate.dashboard);
  await page.getByRole('heading', { name: t.dashboard.title, level: 1 }).waitFor();
  await page.getByLabel(t.dashboard.from, { exact: true }).fill('01/01/2021');
  await page.getByLabel(t.dashboard.to, { exact: true }).fill('31/12/2020');
  await page.getByText(t.dashboard.backwards).waitFor();
  await page.getByLabel(t.dashboard.to, { exact: true }).fill('31/12/2021');
  await page.getByLabel(t.dashboard.to, { exact: true }).press('Enter');
  await page.waitForURL((url) => url.search.includes(PERIOD));

  const cases = page.getByRole('region', { name: t.dashboard.figure.cases, exact: true });
  await cases
    .getByRole('link', { name: new RegExp(t.caseKind.TRAFFICKING) })
    .first()
    .waitFor();
  await settled(page);
  const charts = await page.getByRole('img').count();
  must(charts > 10, `every breakdown has a chart that is read as a picture, not ${charts}`);
  await sound('dashboard');

  const save = t.dashboard.savePicture.replace('{{title}}', t.dashboard.breakdown.kind);
  await cases.getByRole('button', { name: save, exact: true }).click();
  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: t.dashboard.asSvg }).click(),
  ]);
  const svg = await read(picture);
  must(
    svg.startsWith('<svg') && svg.includes(t.dashboard.pictureNote),
    'the picture says that small numbers are withheld',
  );
  const [numbers] = await Promise.all([
    page.waitForEvent('download'),
    cases
      .getByRole('link', { name: t.dashboard.csvOf.replace('{{title}}', t.dashboard.figure.cases), exact: true })
      .click(),
  ]);
  must((await read(numbers)).includes('withheld'), 'the file of numbers withholds small ones');

  // A rate and a mean lead to what they are computed from.
  for (const [label, figure] of [
    [t.dashboard.completionRate, 'referrals'],
    [t.dashboard.meanScore, 'quality'],
    [t.dashboard.goodRate, 'satisfaction'],
  ]) {
    await page
      .getByRole('region', { name: t.dashboard.figure[figure], exact: true })
      .getByRole('link', { name: label })
      .click();
    await page.waitForURL((url) => url.pathname === `/dashboard/${figure}` && url.search.includes(PERIOD));
    await page.locator('tbody tr').first().waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/dashboard');
    await settled(page);
  }

  await page.getByLabel(t.facet.centre, { exact: true }).selectOption('HANOI');
  await page.waitForURL((url) => url.searchParams.get('centre') === 'HANOI');
  await cases
    .getByRole('link', { name: new RegExp(t.caseKind.TRAFFICKING) })
    .last()
    .click();
  await page.waitForURL(/\/dashboard\/cases\?/);
  await page.getByText('TE-2021-000123').waitFor();
  await sound('dashboard-list');
  await page.getByRole('link', { name: 'Giàng Thị Mỷ' }).click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.goBack();
  await page.getByRole('link', { name: t.dashboard.back }).click();
  await page.waitForURL((url) => url.pathname === '/dashboard' && url.searchParams.get('centre') === 'HANOI');
  must(page.url().startsWith(base), 'the figures come back with their period and centre');
}

async function read(download) {
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

/** No figure is still being counted. */
async function settled(page) {
  await page.waitForFunction(() => !document.querySelector('.figure[aria-busy=true]'));
}

export const pages = [
  {
    name: 'dashboard',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/dashboard?${PERIOD}`);
      await page.getByRole('heading', { name: t.dashboard.breakdown.criterion }).waitFor();
      await settled(page);
    },
  },
  {
    name: 'dashboard-nothing',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/dashboard?from=2001-01-01&to=2001-12-31`);
      await page.getByText(t.dashboard.nothing).first().waitFor();
      await settled(page);
    },
  },
  {
    name: 'dashboard-list',
    open: async ({ page, base }) => {
      await page.goto(`${base}/dashboard/contacts?${PERIOD}`);
      await page.locator('tbody tr').first().waitFor();
    },
  },
];
