// A supervisor's main job: what another decided waits for approval with its risks and what it changes; one is refused, one is
// approved and taken back at once; an own decision cannot be approved and says so. Then what a comparison found, models and quality. Whoever decides
// what waits is a script, over the same API.
import { must } from '../harness.mjs';

export const user = 'supervisor';

const SCRIPT = 'steward-script';

async function token(base) {
  const answer = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa(`${SCRIPT}:${SCRIPT}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  return (await answer.json()).access_token;
}

/** Makes a risky decision: a caller and a child are one person. Answers its number. */
async function riskyMerge(base, one, other, reason) {
  const headers = { Authorization: `Bearer ${await token(base)}`, 'Content-Type': 'application/json' };
  const master = async (record) =>
    (await (await fetch(`${base}/api/v1/crosswalk/${record}`, { headers })).json()).masterId;
  const answer = await fetch(`${base}/api/v1/master-records/${await master(one)}/merge`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ other: await master(other), reason }),
  });
  const body = await answer.json();
  must(answer.status === 202, `a risky merge waits: ${answer.status} ${JSON.stringify(body)}`);
  return body.decisionId;
}

export async function job(window) {
  const { page, t, base, look, sound, goTo, get } = window;
  const refused = await riskyMerge(base, 'switchboard/nguoi_goi/1', 'switchboard/tre_em/7', 'mẹ và con');
  await goTo(t.navigate.approvals);
  const waiting = (id) => page.locator(`[data-decision="${id}"]`);
  await waiting(refused).getByText(t.steward.risk.VICTIM_WITH_ADULT).first().waitFor();
  await waiting(refused).locator('.effectSides').waitFor();
  await sound('approvals');
  await page.keyboard.press('j');
  must(
    (await page.evaluate(() => document.activeElement?.getAttribute('data-decision'))) === `${refused}`,
    'j leads to it',
  );
  await page.keyboard.press('x');
  await page.getByRole('dialog', { name: t.steward.approval.refuseWhy }).waitFor();
  await page.getByRole('dialog').getByRole('textbox').fill('không phải một người');
  await page.keyboard.press('Enter');
  await waiting(refused).waitFor({ state: 'detached' });
  must((await get(`/api/v1/decisions/${refused}`)).state === 'DISCARDED', 'what is refused is discarded');

  const approved = await riskyMerge(base, 'hotline/caller/30', 'switchboard/tre_em/7', 'một người');
  await page.reload();
  await waiting(approved).locator('.effectSides').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await page.locator('.toast').getByText(t.steward.toast.APPROVED).waitFor();
  must((await get(`/api/v1/decisions/${approved}`)).state === 'IN_FORCE', 'what is approved is in force');
  await page.keyboard.press('z');
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();
  must((await get(`/api/v1/decisions/${approved}`)).state === 'UNDONE', 'what is undone is not in force');

  // One decision at its own address, which leads to what took it back and to its people.
  const number = (words, id) => words.replace('{{number}}', id);
  await page.goto(`${base}/decisions/${approved}`);
  await page.getByRole('heading', { name: number(t.steward.decision.one, approved), level: 1 }).waitFor();
  await page.getByRole('link', { name: 'caller 30' }).waitFor();
  await sound('decision');
  const { settledBy } = await get(`/api/v1/decisions/${approved}`);
  await page.getByRole('link', { name: number(t.steward.decision.settledBy, settledBy) }).click();
  await page.getByRole('heading', { name: number(t.steward.decision.one, settledBy), level: 1 }).waitFor();
  await page.getByRole('link', { name: number(t.steward.decision.undoes, approved) }).waitFor();

  // What can be pinned is told in words: a home by its province, a country by its name.
  const girl = (await get('/api/v1/crosswalk/switchboard/tre_em/7')).masterId;
  await page.goto(`${base}/people/${girl}`);
  await page.getByRole('main').getByRole('button', { name: t.steward.person.actions }).click();
  await page.getByRole('menuitem', { name: t.steward.person.PIN }).click();
  const pin = page.getByRole('dialog', { name: t.steward.person.PIN });
  await pin.getByLabel(t.steward.pick.attribute).selectOption('home');
  await pin
    .getByRole('radio', { name: /Bát Xát, Lào Cai/ })
    .first()
    .waitFor();
  await pin.getByLabel(t.steward.pick.attribute).selectOption('nationality');
  await pin
    .getByRole('radio', { name: look.language === 'vi' ? /Việt Nam/ : /Vietnam/ })
    .first()
    .waitFor();
  await sound('person-pin');
  await page.keyboard.press('Escape');
  await pin.waitFor({ state: 'detached' });

  // An own decision, made on a person's page.
  const mother = (await get('/api/v1/crosswalk/switchboard/nguoi_goi/1')).masterId;
  await page.goto(`${base}/people/${mother}`);
  await page.getByRole('main').getByRole('button', { name: t.steward.person.actions }).click();
  await page.getByRole('menuitem', { name: t.steward.person.MERGE }).click();
  const dialog = page.getByRole('dialog', { name: t.steward.person.MERGE });
  await dialog.getByLabel(t.steward.pick.label).fill('Trần Văn Tâm');
  await dialog.getByRole('radio').first().check();
  await dialog.locator('.effectSides').waitFor();
  await sound('person-merge');
  await dialog.getByLabel(t.steward.reason.label).fill('thử');
  await page.keyboard.press('Enter');
  await page.locator('.toast').getByText(t.steward.toast.MERGE).waitFor();
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('z');
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();

  await goTo(t.navigate.pipeline);
  const compared = page.getByRole('region', { name: t.reconciliation.title });
  await compared.getByRole('button', { name: t.reconciliation.show }).click();
  const differences = page.getByRole('dialog', { name: t.reconciliation.found });
  await differences.getByText(t.reconciliation.how.documentVersion).waitFor();
  await differences.getByText(t.reconciliation.how.columns.replace('{{what}}', 'ho_ten')).waitFor();
  await sound('differences');
  await differences.getByRole('button', { name: t.reconciliation.close, exact: true }).click();
  await differences.waitFor({ state: 'detached' });

  await goTo(t.navigate.models);
  await page.getByText(t.steward.model.active).first().waitFor();
  await page.getByRole('button', { name: t.steward.model.weights }).first().click();
  await page.locator('.modelWeights').waitFor();
  await sound('models');

  await goTo(t.navigate.quality);
  await page.getByRole('heading', { name: t.steward.quality.sizes, exact: true }).waitFor();
  await page.getByText(t.steward.quality.table).first().click();
  await sound('quality');
  must((await page.locator('html').getAttribute('lang')) === look.language, 'the document says its language');
}

const page = (name, path, ready) => ({
  name,
  open: async (window) => {
    await window.page.goto(window.base + path);
    await ready(window).first().waitFor();
  },
});

export const pages = [
  page('approvals', '/approvals', ({ page, t }) => page.getByText(t.steward.approval.latest)),
  {
    name: 'decision',
    open: async ({ page, base, t, get }) => {
      const { items } = await get('/api/v1/decisions?size=1');
      await page.goto(`${base}/decisions/${items[0]?.id ?? 1}`);
      await page.getByRole('heading', { name: t.steward.decision.one.split('{{')[0].trim() }).waitFor();
    },
  },
  page('models', '/models', ({ page, t }) => page.getByText(t.steward.model.active)),
  page('quality', '/quality', ({ page, t }) => page.getByText(t.steward.quality.sizes)),
];
