// An officer meets what is masked, says what for, reads it plainly, and hides it again; a counsellor breaks the glass.
import { must } from '../harness.mjs';

export const user = 'officer';

const MOST = 20;

/** Opens the first person found of whom something is masked. */
async function openMasked({ page, base, t, get, query }) {
  const { hits } = await get(`/api/v1/search?q=${encodeURIComponent(query)}&size=${MOST}`);
  for (const { masterId } of hits) {
    const told = JSON.stringify(await get(`/api/v1/master-records/${masterId}`));
    if (!told.includes('"kind":"NOTES"')) continue;
    await page.goto(`${base}/people/${masterId}`);
    await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
    return masterId;
  }
  throw new Error(`nobody among the first ${MOST} has a masked note`);
}

const notes = ({ page, t }) => page.locator('button.mask', { hasText: t.mask.kind.NOTES });

export async function job(window) {
  const { page, base, t, get, sound } = window;
  const id = await openMasked(window);
  const masked = await notes(window).count();
  must(masked > 0, 'notes are masked');
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
  must((await notes(window).count()) === masked, 'it is masked again');

  // Somebody of another centre: to her counsellor she is not there, until the glass is broken.
  await page.context().clearCookies();
  await window.logIn('counsellor-dn');
  await page.goto(`${base}/people/${id}`);
  const broken = page.getByRole('button', { name: t.reveal.breakGlass, exact: true });
  await broken
    .or(page.getByRole('heading', { name: t.person.records, exact: true }))
    .first()
    .waitFor();
  if (!(await broken.isVisible())) return; // in this data Đà Nẵng knows her
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

export const pages = [{ name: 'person-masked', open: openMasked }];
