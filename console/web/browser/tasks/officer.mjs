// Ten tasks of the central office's officers, as the root README words them.
import { must } from '../harness.mjs';
import { bornIn, dayOf, firstOf, known, openPerson, people, placeOf, slipped, type, unmarked } from '../people.mjs';

const user = 'officer';
const PREFIX_BEFORE_2018 = { 32: 162, 33: 163, 34: 164, 35: 165, 36: 166, 37: 167, 38: 168, 39: 169 };

async function motherRings(window) {
  const { page, t } = window;
  const daughters = await people(window, { q: 'lào cai', role: 'CHILD', sex: 'FEMALE' });
  const daughter = await firstOf(daughters, (hit) => known(hit) && hit.lastContact, 'girl of Lào Cai with a contact');
  await type(window, `${unmarked(daughter.displayName)} ${bornIn(daughter)}`);
  const place = await placeOf(window, daughter.masterId);
  must(place === 1, `she stands at place ${place}`);
  const last = dayOf(daughter.lastContact);
  const told = await page.locator('[data-hit]').first().innerText();
  must(told.includes(t.search.lastContact.replace('{{date}}', last)), 'the list tells when she was last spoken with');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: daughter.displayName, level: 1 }).waitFor();
  const newest = await page.locator('.timeline > li', { hasText: last }).count();
  must(newest > 0, 'her timeline holds that contact');
}

async function oldTelephone(window) {
  const renumbered = (number) => /^03[2-9]\d{7}$/.test(number);
  const hit = await firstOf(
    await people(window, {}),
    (one) => one.telephones.some(renumbered),
    'telephone that was renumbered',
  );
  const number = hit.telephones.find(renumbered);
  const old = `0${PREFIX_BEFORE_2018[number.slice(1, 3)]}${number.slice(3)}`;
  await type(window, `${old.slice(0, 5)} ${old.slice(5, 8)} ${old.slice(8)}`);
  must((await placeOf(window, hit.masterId)) > 0, 'who holds the number today is found by its old form');
  const first = await window.page.locator('[data-hit]').first().innerText();
  must(first.replace(/\D/g, '').includes(number), 'the number as it is today stands there');
}

async function caseNumber(window) {
  const { page, t, get } = window;
  const record = (hit) => get(`/api/v1/master-records/${hit.masterId}`);
  const hit = await firstOf(
    await people(window, { role: 'CHILD' }),
    async (one) => one.caseNumbers.length > 0 && JSON.stringify(await record(one)).includes('"kind":"NOTES"'),
    'child with a case and notes',
  );
  const [wanted] = hit.caseNumbers;
  await type(window, wanted.toLowerCase());
  await page.locator(`[data-hit][href="/people/${hit.masterId}"]`).press('Enter');
  await page.getByText(t.person.opened.replace('{{number}}', wanted)).waitFor();
  const { status } = (await record(hit)).cases.find((one) => one.caseNumber === wanted);
  const entry = page.locator('.timeline > li', { hasText: wanted }).first();
  await entry.getByText(t.caseStatus[status]).first().waitFor();
  const hidden = page.locator('button.mask', { hasText: t.mask.kind.NOTES });
  await hidden.first().click();
  const dialog = page.getByRole('dialog', { name: t.reveal.title });
  await dialog.getByRole('button', { name: t.reveal.usual.case }).click();
  await dialog.getByRole('button', { name: t.reveal.do, exact: true }).click();
  await hidden.first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.reveal.hide }).click();
  await hidden.first().waitFor();
}

export async function whoReported(window) {
  const { page, t, get } = window;
  const ties = async (hit) => (await get(`/api/v1/master-records/${hit.masterId}/relations`)).people;
  const family = async (hit) => (await ties(hit)).some((one) => one.cases.some((tie) => tie.family));
  const child = await firstOf(await people(window, { role: 'CHILD', size: '30' }), family, 'child with family');
  await openPerson(window, child.masterId);
  await page.getByRole('heading', { name: t.relations.group.family }).waitFor();
  const way = page.locator('.related').first().getByRole('link').first();
  const name = await way.innerText();
  await way.click();
  await page.waitForURL((url) => !url.pathname.endsWith(child.masterId));
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.locator('.factList').waitFor();
  await page.getByRole('button', { name: t.person.back }).click();
  await page.getByRole('heading', { name: child.displayName, level: 1 }).waitFor();
}

async function misspelt(window) {
  const hit = await firstOf(await people(window, { role: 'VICTIM' }), known, 'victim with a full name and a year');
  await type(window, `${slipped(hit.displayName)} ${bornIn(hit)}`);
  const place = await placeOf(window, hit.masterId);
  must(place > 0 && place < 6, `the victim stands at place ${place}`);
}

async function whereFrom(window) {
  const { page, t, get } = window;
  const several = (await people(window, {})).filter((hit) => hit.births.length > 1 && hit.sourceRecords.length > 1);
  const disputed = async (hit) => {
    const person = await get(`/api/v1/master-records/${hit.masterId}`);
    const years = person.sourceRecords.map((record) => record.person.birth?.from.slice(0, 4)).filter(Boolean);
    return person.birth && new Set(years).size > 1;
  };
  const hit = await firstOf(several, disputed, 'person whose records tell different births');
  await openPerson(window, hit.masterId);
  const row = page.locator('.factRow', { has: page.getByText(t.person.birth, { exact: true }) });
  must((await row.innerText()).includes(t.person.from), 'the date says where it comes from');
  await row.getByText(t.person.otherValues).waitFor();
}

/** @param who prints it, as the footer of the paper names them */
export async function asItWas(window, who = user) {
  const { page, t } = window;
  const [hit] = await people(window, { q: 'nguyen thi' });
  await openPerson(window, hit.masterId);
  const day = page.getByLabel(t.past.choose);
  await day.fill(dayOf(new Date()));
  await day.press('Enter');
  await page.getByText(t.past.bannerBody).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.printedBy', { hasText: who }).waitFor();
  must(!(await page.getByRole('navigation').first().isVisible()), 'paper has no navigation');
  await page.emulateMedia({ media: null });
}

async function keptSearch(window) {
  const { page, t, look } = window;
  await page.goto(`${window.base}/`);
  if (look.width < 992) await page.getByRole('button', { name: t.search.filters }).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${t.role.VICTIM} `) }).check();
  await page.waitForURL((url) => url.searchParams.has('role'));
  const open = page.getByRole('group', { name: t.facet.openReferral });
  await open.getByRole('checkbox', { name: new RegExp(`^${t.truth.true} `) }).check();
  await page.waitForURL((url) => url.searchParams.has('openReferral'));
  await page.getByLabel(t.desk.sort).selectOption('lastContact');
  await page.waitForURL((url) => url.searchParams.get('sort') === 'lastContact');
  const name = `Chuyển tuyến ${Date.now()}`;
  await page.getByRole('button', { name: t.desk.save, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.deskDialog.name).fill(name);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`${window.base}/`);
  if (look.width < 992 && !(await page.getByRole('link', { name, exact: true }).isVisible()))
    await page.getByRole('button', { name: t.search.filters }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(
    (url) => url.searchParams.get('sort') === 'lastContact' && url.searchParams.has('openReferral'),
  );
  await page.locator('[aria-busy=false] [data-hit]').first().getByText(t.search.openReferral).waitFor();
  await page.getByRole('button', { name: t.desk.editSaved.replace('{{name}}', name) }).click();
  await dialog.getByRole('button', { name: t.deskDialog.forget, exact: true }).click();
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
}

async function takenAlong(window) {
  const { page, t } = window;
  await type(window, 'ha giang');
  await page.getByRole('button', { name: t.desk.exportOpen, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.deskDialog.purpose).fill('Họp giao ban với biên phòng');
  await dialog.getByRole('button', { name: t.deskDialog.export, exact: true }).click();
  const fetched = dialog.getByRole('link', { name: t.deskDialog.fetch }).first();
  await fetched.waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), fetched.click()]);
  must(/\.xlsx$/.test(download.suggestedFilename()), `a spreadsheet is given, not ${download.suggestedFilename()}`);
}

async function figures(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.dashboard);
  await page.getByRole('button', { name: t.dashboard.periods.all, exact: true }).click();
  await page.getByLabel(t.facet.centre, { exact: true }).selectOption('HANOI');
  await page.waitForURL((url) => url.searchParams.get('centre') === 'HANOI');
  await page.waitForFunction(() => !document.querySelector('.figure[aria-busy=true]'));
  const referrals = page.getByRole('region', { name: t.dashboard.figure.referrals, exact: true });
  await referrals
    .getByText(/65\s?%/)
    .first()
    .waitFor();
  const cases = page.getByRole('region', { name: t.dashboard.figure.cases, exact: true });
  const listed = cases.getByRole('link', { name: new RegExp(t.caseKind.TRAFFICKING) }).last();
  const told = Number((await listed.innerText()).replace(/\D/g, ''));
  await listed.click();
  await page.waitForURL(/\/dashboard\/cases\?/);
  await page.getByRole('link', { name: t.dashboard.back }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  const more = await page.getByRole('button', { name: t.dashboard.more, exact: true }).isVisible();
  const rows = await page.locator('tbody tr').count();
  must(told > 0 && (more ? rows < told : rows === told), `the list behind ${told} has ${rows} rows`);
}

export const tasks = [
  { text: 'find a girl by unmarked name and year, tell the last contact', user, run: motherRings },
  { text: 'find who holds a telephone number of before 2018 today', user, run: oldTelephone },
  { text: 'open a case by its number, tell how it stands, reveal its notes', user, run: caseNumber },
  { text: 'see who of the family reported, and come back', user, run: whoReported },
  { text: 'find a victim whose name was misspelt', user, run: misspelt },
  { text: 'tell where a date of birth comes from, and what else is said', user, run: whereFrom },
  { text: 'see and print a record as it was on a day', user, run: asItWas },
  { text: 'keep a search for victims with open referrals, and come back by it', user, run: keptSearch },
  { text: 'take a list along for a meeting, with its purpose', user, run: takenAlong },
  { text: 'read trafficking cases of Hà Nội and the referral target, open the list', user, run: figures },
];
