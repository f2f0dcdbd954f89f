// Searching with all that stands around the box: suggestions by the keyboard, sort, bounds, a search that is kept, whom one
// opened lately, and a file of what is found.
import { must } from '../harness.mjs';

const USER = 'supervisor';

export async function job({ page, t, base, look, sound, logIn, query }) {
  await logIn(USER);
  await page.goto(`${base}/`);
  const box = page.getByRole('combobox', { name: t.search.label });
  const list = page.getByRole('listbox', { name: t.desk.suggestions });
  await box.waitFor();

  // Suggestions: arrows move, Escape closes and leaves what was typed, Enter opens.
  await box.pressSequentially('nguyen thi h');
  await list.getByRole('option').first().waitFor();
  await box.press('ArrowDown');
  must((await list.getByRole('option').first().getAttribute('aria-selected')) === 'true', 'the arrow key chooses');
  const active = await box.getAttribute('aria-activedescendant');
  must(active === (await list.getByRole('option').first().getAttribute('id')), 'the box says which one is meant');
  await sound('suggestions');
  await box.press('Escape');
  must(!(await list.isVisible()), 'Escape closes the suggestions');
  must((await box.inputValue()) === 'nguyen thi h', 'Escape leaves what was typed');
  await box.fill('nguyen thi ho');
  await list.getByRole('option').first().waitFor();
  await box.press('ArrowDown');
  await box.press('Enter');
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();

  // Whom one opened stands where nothing is searched for.
  await page.goto(`${base}/`);
  const recent = page.getByRole('region', { name: t.desk.recent });
  await recent.getByRole('link').first().waitFor();
  await sound('recent-people');

  // Sort and bounds stand in the address.
  await box.fill(query);
  await page.waitForURL((url) => url.searchParams.get('q') === query);
  await box.press('Escape');
  await page.getByLabel(t.desk.sort).selectOption('name');
  await page.waitForURL((url) => url.searchParams.get('sort') === 'name');
  if (look.width < 900) await page.getByRole('button', { name: t.search.filters }).click();
  await page.getByLabel(t.desk.bound.bornFrom).fill('2000');
  await page.waitForURL((url) => url.searchParams.get('bornFrom') === '2000');
  await page.getByLabel(t.desk.bound.lastContactFrom).fill('01/02/2020');
  await page.waitForURL((url) => url.searchParams.get('lastContactFrom') === '2020-02-01');
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();

  // A search is kept under a name, comes back by it, and is forgotten.
  const name = `${look.language} ${look.width}`;
  await page.getByRole('button', { name: t.desk.save, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t.deskDialog.name).fill(name);
  await sound('save-search');
  await dialog.getByRole('button', { name: t.deskDialog.keep, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`${base}/`);
  await page.getByRole('link', { name, exact: true }).click();
  await page.waitForURL(
    (url) => url.searchParams.get('bornFrom') === '2000' && url.searchParams.get('sort') === 'name',
  );
  await page.getByRole('button', { name: t.desk.editSaved.replace('{{name}}', name) }).click();
  await dialog.getByRole('button', { name: t.deskDialog.forget, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name, exact: true }).waitFor({ state: 'detached' });

  // A file says what it is for, and can be fetched when it is ready.
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();
  await page.getByRole('button', { name: t.desk.exportOpen, exact: true }).click();
  await dialog.getByLabel(t.deskDialog.purpose).fill('Rà soát');
  await dialog.getByRole('button', { name: t.deskDialog.export, exact: true }).click();
  const fetched = dialog.getByRole('link', { name: t.deskDialog.fetch }).first();
  await fetched.waitFor();
  await sound('export');
  const [download] = await Promise.all([page.waitForEvent('download'), fetched.click()]);
  must(/\.xlsx$/.test(download.suggestedFilename()), `a spreadsheet is given, not ${download.suggestedFilename()}`);
  await dialog.getByRole('button', { name: t.deskDialog.close }).last().click();
}
