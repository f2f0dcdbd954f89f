// An officer meets what is masked, says what for, reads it plainly, and hides it again; a counsellor breaks the glass.
import { must } from '../harness.mjs';

export const user = 'officer';

const MOST = 20;

/** The people found of whom a note is masked. */
async function masked({ get, query }) {
  const { hits } = await get(`/api/v1/search?q=${encodeURIComponent(query)}&size=${MOST}`);
  const found = [];
  for (const { masterId } of hits) {
    const told = JSON.stringify(await get(`/api/v1/master-records/${masterId}`));
    if (told.includes('"kind":"NOTES"')) found.push(masterId);
  }
  must(found.length > 0, `nobody among the first ${MOST} has a masked note`);
  return found;
}

async function open({ page, base, t }, masterId) {
  await page.goto(`${base}/people/${masterId}`);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
}

/** The first of them whom the one who has logged in does not know of. */
async function unknownTo({ page, base }, people) {
  for (const masterId of people) {
    const answer = await page.request.get(`${base}/api/v1/master-records/${masterId}`);
    if (answer.status() === 404) return masterId;
  }
  throw new Error('all of these people are known to whom the glass is to be broken for: there is nothing to break');
}

const notes = ({ page, t }) => page.locator('button.mask', { hasText: t.mask.kind.NOTES });

export async function job(window) {
  const { page, base, t, get, sound } = window;
  const people = await masked(window);
  await open(window, people[0]);
  const notesMasked = await notes(window).count();
  must(notesMasked > 0, 'notes are masked');
  await sound('person-masked');

  await notes(window).first().click();
  const dialog = page.getByRole('dialog', { name: t.reveal.title });
  await dialog.waitFor();
  must(await dialog.getByLabel(t.mask.kind.NOTES).isChecked(), 'what was asked for is chosen');
  must(await dialog.getByRole('button', { name: t.reveal.do, exact: true }).isDisabled(), 'it needs a purpose');
  await dialog.getByRole('button', { name: t.reveal.usual.case }).click();
  await sound('reveal');
  await dialog.getByRole('button', { name: t.reveal.do, exact: true }).click();
  const banner = page.getByRole('status').filter({ hasText: t.mask.kind.NOTES });
  await banner.waitFor();
  await notes(window).first().waitFor({ state: 'detached' });
  await sound('person-revealed');

  await banner.getByRole('button', { name: t.reveal.hide }).click();
  await notes(window).first().waitFor();
  must((await notes(window).count()) === notesMasked, 'it is masked again');

  // Somebody of another centre: to her counsellor she is not there, until the glass is broken.
  await window.changeUser('counsellor-dn');
  const id = await unknownTo(window, people);
  await page.goto(`${base}/people/${id}`);
  const broken = page.getByRole('button', { name: t.reveal.breakGlass, exact: true });
  await broken.click();
  const glass = page.getByRole('dialog', { name: t.reveal.glassTitle });
  await glass.getByLabel(t.reveal.purpose).fill('x');
  await glass.getByLabel(t.reveal.reason).fill('x');
  await sound('break-glass');
  await glass.getByRole('button', { name: t.reveal.breakGlass, exact: true }).click();
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
  await page.getByRole('status').filter({ hasText: t.mask.kind.NOTES }).waitFor();
  await sound('glass-broken');
  const { revealed } = await get(`/api/v1/master-records/${id}`);
  must(revealed.breakGlass, 'the glass is broken');
  await page.getByRole('button', { name: t.reveal.hide }).click();
  await broken.waitFor();
}

export const pages = [{ name: 'person-masked', open: async (window) => open(window, (await masked(window))[0]) }];
