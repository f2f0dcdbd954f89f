// Everything that opens over a page is as sound as the page, and is left by Escape with the focus where it was: the menus of the
// header, of pages in a small window, of a chart; the filters of a small window; the calls of a role.
import { must } from '../harness.mjs';

export async function job(window) {
  const { page, t, base, look, sound, logIn } = window;
  await logIn('supervisor');
  await page.goto(`${base}/?q=nguyen`);
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();

  await menu(window, page.getByRole('button', { name: t.language }), 'menu-language');
  await menu(window, page.getByRole('button', { name: t.appearance.label }), 'menu-appearance');
  await menu(window, page.getByRole('button', { name: t.account.replace('{{name}}', 'supervisor') }), 'menu-account');
  const pages = page.getByRole('button', { name: t.navigate.menu, exact: true });
  if (look.width < 1200) await menu(window, pages, 'menu-pages');
  if (look.width < 900) {
    await page.getByRole('button', { name: t.search.filters }).click();
    await page.getByLabel(t.desk.bound.bornFrom).waitFor();
    await sound('filters-open');
  }

  await page.goto(`${base}/dashboard?from=2021-01-01&to=2021-12-31`);
  await page.waitForFunction(() => !document.querySelector('.figure[aria-busy=true]'));
  const picture = t.dashboard.savePicture.replace('{{title}}', t.dashboard.breakdown.kind);
  const cases = page.getByRole('region', { name: t.dashboard.figure.cases, exact: true });
  await menu(window, cases.getByRole('button', { name: picture, exact: true }), 'menu-picture');
  await page.getByRole('navigation', { name: t.dashboard.figures }).getByRole('link').last().click();
  await page.getByRole('heading', { name: t.dashboard.figure.satisfaction, exact: true }).isVisible();

  await page.context().clearCookies();
  await logIn('auditor');
  await page.goto(`${base}/users`);
  await page.getByRole('row', { name: /^counsellor-hn/ }).waitFor();
  await page.locator('details summary').first().click();
  await sound('users-calls');
}

async function menu({ page, sound }, button, name) {
  await button.click();
  await page.getByRole('menu').waitFor();
  await sound(name);
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  must(await button.evaluate((one) => one === document.activeElement), `${name}: Escape gives the focus back`);
}
