// An auditor's main job: see who looked for whom and what for, who was refused, and who may see what.
import { must } from '../harness.mjs';

export const user = 'auditor';

const OFFICER = 'office-script';
const TERMS = 'nguyen thi hoa 2006';
const PURPOSE = 'trả lời gia đình';

/** What an officer did before the auditor looks, as a script does it. */
async function search({ page, base }) {
  const answer = await page.request.post(`${base}/oauth2/token`, {
    headers: { Authorization: `Basic ${Buffer.from(`${OFFICER}:${OFFICER}`).toString('base64')}` },
    form: { grant_type: 'client_credentials' },
  });
  const { access_token: token } = await answer.json();
  const found = await page.request.get(`${base}/api/v1/search?q=${encodeURIComponent(TERMS)}`, {
    headers: { Authorization: `Bearer ${token}`, 'X-Purpose': encodeURIComponent(PURPOSE) },
  });
  must(found.ok(), `the officer's search answered ${found.status()}`);
}

async function openTrail({ page, t, base }) {
  await page.goto(`${base}/audit`);
  await page.getByRole('heading', { name: t.audit.title, level: 1 }).waitFor();
  await page.locator('[data-entry]').first().waitFor();
}

export async function job(window) {
  const { page, t, base, sound, goTo } = window;
  await search(window);
  await openTrail(window);
  await sound('audit');

  await page.getByLabel(t.audit.account, { exact: true }).fill(OFFICER);
  await page.getByLabel(t.audit.kindLabel).selectOption('SEARCH');
  await page.getByRole('button', { name: t.audit.show, exact: true }).click();
  const entry = page.locator('[data-entry]', { hasText: TERMS }).first();
  await entry.waitFor();
  must((await entry.textContent()).includes(PURPOSE), 'the purpose stands beside the terms');
  const others = await page.locator('[data-entry]').filter({ hasNotText: OFFICER }).count();
  must(others === 0, 'the filter shows nobody else');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: t.audit.export.jsonl }).click();
  must((await download).suggestedFilename() === 'audit.jsonl', 'the trail is taken along as a file');

  await page.getByLabel(t.audit.account, { exact: true }).fill('nobody-of-this-name');
  await page.getByRole('button', { name: t.audit.show, exact: true }).click();
  await page.getByText(t.audit.none).waitFor();

  await goTo(t.navigate.users);
  await page.getByRole('heading', { name: t.users.title, level: 1 }).waitFor();
  const counsellor = page.getByRole('row', { name: /^counsellor-hn/ });
  await counsellor.waitFor();
  must((await counsellor.textContent()).includes(t.centre.HANOI), 'a counsellor is shown with their centre');
  await sound('users');

  const answer = await page.request.get(`${base}/api/v1/search?q=hoa`);
  must(answer.status() === 403, 'an auditor does not search for people');
}

export const pages = [
  { name: 'audit', open: openTrail },
  {
    name: 'audit-none',
    open: async (window) => {
      const { page, t } = window;
      await openTrail(window);
      await page.getByLabel(t.audit.account, { exact: true }).fill('nobody-of-this-name');
      await page.getByRole('button', { name: t.audit.show, exact: true }).click();
      await page.getByText(t.audit.none).waitFor();
    },
  },
  {
    name: 'users',
    open: async ({ page, t, base }) => {
      await page.goto(`${base}/users`);
      await page.getByRole('heading', { name: t.users.title, level: 1 }).waitFor();
      await page.getByRole('row', { name: /^counsellor-hn/ }).waitFor();
    },
  },
];
