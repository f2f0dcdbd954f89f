// What a person has a right to, as a supervisor comes to it from the person's page: notes what is wrong, sees it shown with the
// person, and takes the note back.
import { must } from '../harness.mjs';

export const user = 'supervisor';

const WRONG = 'Tên mẹ ghi sai';

async function firstFound({ get, query }) {
  const { hits } = await get(`/api/v1/search?q=${encodeURIComponent(query)}&size=1`);
  return hits[0].masterId;
}

const part = ({ page, t }, name) => page.getByRole('region', { name: t.rights[name].title, exact: true });

async function there(window) {
  const { page, t } = window;
  await page.getByRole('heading', { name: t.rights.title, level: 1 }).waitFor();
  for (const name of ['request', 'disclosure', 'correct', 'restrict', 'hold']) await part(window, name).waitFor();
}

export async function job(window) {
  const { page, base, t, sound } = window;
  const id = await firstFound(window);
  await page.goto(`${base}/people/${id}`);
  await page.getByRole('button', { name: t.steward.person.actions }).click();
  await page.getByRole('menuitem', { name: t.rights.open }).click();
  await page.waitForURL((url) => url.pathname === `/people/${id}/rights`);
  await there(window);
  must((await part(window, 'erase').count()) === 0, 'only who may ask for it is offered erasure');
  await sound('rights');

  const note = part(window, 'correct');
  const add = note.getByRole('button', { name: t.rights.correct.do });
  must(await add.isDisabled(), 'nothing happens without words');
  await note.getByLabel(t.rights.correct.words).fill(WRONG);
  await add.click();
  await note.locator('.quote', { hasText: WRONG }).waitFor();
  await sound('rights-noted');
  await page.goto(`${base}/people/${id}`);
  await page.getByRole('alert').filter({ hasText: WRONG }).waitFor();
  await page.goBack();
  await there(window);
  await note.getByRole('button', { name: t.rights.correct.withdraw }).click();
  await note.locator('.quote').waitFor({ state: 'detached' });
}

export const pages = [
  {
    name: 'rights',
    open: async (window) => {
      await window.page.goto(`${window.base}/people/${await firstFound(window)}/rights`);
      await there(window);
    },
  },
];
