// Ten tasks of the counsellors of a centre, as the root README words them.
import { must } from '../harness.mjs';
import { bornIn, dayOf, firstOf, known, openPerson, people, placeOf, type, unmarked } from '../people.mjs';
import { asItWas, whoReported } from './officer.mjs';

const user = 'counsellor-hn';
const ELSEWHERE = 'counsellor-dn';

const own = (window, parameters) => people(window, { sort: 'lastContact', ...parameters });
const records = ({ page, t }) => page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();

/** Somebody whom another centre knows and this one does not; whoever asks has logged in as the counsellor of here again. */
async function unknownHere(window) {
  const { page, base, changeUser } = window;
  await changeUser(ELSEWHERE);
  const theirs = (await own(window, {})).filter(known);
  await changeUser(user);
  const missing = async (hit) =>
    (await page.request.get(`${base}/api/v1/master-records/${hit.masterId}`)).status() === 404;
  return firstOf(theirs, missing, 'person of the other centre alone');
}

async function ringsAgain(window) {
  const { page } = window;
  const hit = await firstOf(await own(window, {}), (one) => one.telephones.length > 0, 'person with a telephone');
  const [number] = hit.telephones;
  await type(window, `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`);
  must((await placeOf(window, hit.masterId)) > 0, 'whose number it is is found');
  await page.locator(`[data-hit][href="/people/${hit.masterId}"]`).press('Enter');
  await records(window);
}

async function lastTime(window) {
  const { page, t } = window;
  const hit = await firstOf(
    await own(window, { role: 'CHILD' }),
    (one) => known(one) && one.lastContact,
    'child with a contact of the centre',
  );
  await type(window, `${unmarked(hit.displayName)} ${bornIn(hit)}`);
  must((await placeOf(window, hit.masterId)) > 0, 'the child is found');
  const line = page.locator(`[data-hit][href="/people/${hit.masterId}"]`);
  const told = await line.innerText();
  must(told.includes(t.search.lastContact.replace('{{date}}', dayOf(hit.lastContact))), 'the last contact is told');
}

async function notes(window) {
  const { page, base, t, get, changeUser } = window;
  await changeUser('officer'); // to whom notes are masked: so it is known who has some
  const noted = [];
  for (const hit of await people(window, { role: 'CHILD', centre: 'HANOI', size: '30' })) {
    const told = JSON.stringify(await get(`/api/v1/master-records/${hit.masterId}`));
    if (told.includes('"kind":"NOTES"')) noted.push(hit);
  }
  await changeUser(user);
  const ours = async (hit) => (await page.request.get(`${base}/api/v1/master-records/${hit.masterId}`)).ok();
  const { masterId } = await firstOf(noted, ours, 'child of the centre about whom something was noted');
  await openPerson(window, masterId);
  must((await page.locator('button.mask', { hasText: t.mask.kind.NOTES }).count()) === 0, 'notes are read plainly');
}

async function identity(window) {
  const { page, t, get } = window;
  const masked = async (hit) =>
    JSON.stringify(await get(`/api/v1/master-records/${hit.masterId}`)).includes('"kind":"IDENTITY_NUMBER"');
  const hit = await firstOf(await own(window, {}), masked, 'person with an identity number');
  await openPerson(window, hit.masterId);
  const hidden = page.locator('button.mask', { hasText: t.mask.kind.IDENTITY_NUMBER });
  await hidden.first().click();
  const dialog = page.getByRole('dialog', { name: t.reveal.title });
  await dialog.getByRole('button', { name: t.reveal.usual.referral }).click();
  await dialog.getByRole('button', { name: t.reveal.do, exact: true }).click();
  await hidden.first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.reveal.hide }).click();
  await hidden.first().waitFor();
}

async function notHere(window) {
  const { page, t } = window;
  const hit = await unknownHere(window);
  await page.goto(`${window.base}/`);
  const text = `${unmarked(hit.displayName)} ${bornIn(hit)}`;
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === text);
  await page.getByRole('combobox', { name: t.search.label }).fill(text);
  await answered;
  await page.waitForURL((url) => url.searchParams.get('q') === text);
  await page.getByRole('region', { name: t.search.results }).and(page.locator('[aria-busy=false]')).waitFor();
  must((await placeOf(window, hit.masterId)) === 0, 'somebody of another centre is not there');
}

async function glass(window) {
  const { page, t, base } = window;
  const { masterId } = await unknownHere(window);
  await page.goto(`${base}/people/${masterId}`);
  const broken = page.getByRole('button', { name: t.reveal.breakGlass, exact: true });
  await broken.click();
  const dialog = page.getByRole('dialog', { name: t.reveal.glassTitle });
  await dialog.getByRole('button', { name: t.reveal.usual.danger }).click();
  await dialog.getByLabel(t.reveal.reason).fill('Gọi từ cửa khẩu, không biết đang ở đâu');
  await dialog.getByRole('button', { name: t.reveal.breakGlass, exact: true }).click();
  await records(window);
  await page.getByRole('button', { name: t.reveal.hide }).click();
  await broken.waitFor();
}

async function kept(window) {
  const { page, t, base } = window;
  const name = `Cần gọi lại ${Date.now()}`;
  await type(window, 'ha noi');
  await page.getByRole('button', { name: t.desk.save, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.deskDialog.name).fill(name);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`${base}/`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL((url) => url.searchParams.get('q') === 'ha noi');
  await page.getByRole('button', { name: t.desk.editSaved.replace('{{name}}', name) }).click();
  await dialog.getByRole('button', { name: t.deskDialog.forget, exact: true }).click();
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });
}

async function opened(window) {
  const { page, base } = window;
  const [hit] = await own(window, {});
  await openPerson(window, hit.masterId);
  await page.goto(`${base}/`);
  await page.locator(`a[href="/people/${hit.masterId}"]:not([data-hit])`).first().click();
  await records(window);
}

async function noMore(window) {
  const { page, t, base } = window;
  const ways = page.getByRole('navigation').first();
  for (const other of ['tasks', 'approvals', 'audit', 'models', 'users'])
    must((await ways.getByRole('link', { name: t.navigate[other], exact: true }).count()) === 0, `${other} is offered`);
  await page.goto(`${base}/audit`);
  await page.getByText(t.error.notAllowed).first().waitFor();
}

export const tasks = [
  { text: 'find who rings again by the number, and open the record', user, run: ringsAgain },
  { text: 'tell when the centre last spoke about a child', user, run: lastTime },
  { text: 'read what was noted in a case of the centre', user, run: notes },
  { text: 'reveal an identity number for a referral, and hide it', user, run: identity },
  { text: 'see who of the family is known, and come back', user, run: whoReported },
  { text: 'see and print a record as it was on a day', user, run: (window) => asItWas(window, user) },
  { text: 'not find somebody of another centre', user, run: notHere },
  { text: 'break the glass in danger, read, and close', user, run: glass },
  { text: 'keep a search, come back by it, forget it', user, run: kept },
  {
    text: 'come back to whom one opened, and be kept from the rest',
    user,
    run: async (w) => {
      await opened(w);
      await noMore(w);
    },
  },
];
