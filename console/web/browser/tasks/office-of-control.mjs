// Ten tasks of those who watch over the work: supervisors, auditors, administrators, as the root README words them.
import { must } from '../harness.mjs';
import { dayOf, firstOf, people, scripted } from '../people.mjs';

const REASON = 'thử như người mới';
const WORK = 300_000; // a model that comes into force works everybody out again

/** A risky decision of a steward: a child and a caller are one person. @returns its number */
async function riskyMerge(window) {
  const [children, callers] = await Promise.all(
    ['CHILD', 'CALLER'].map((role) => people(window, { role, size: '50', sort: 'name' })),
  );
  const child = await firstOf(children, (hit) => hit.roles.length === 1, 'child who never called');
  const caller = await firstOf(callers, (hit) => hit.roles.length === 1, 'caller who is nothing else');
  const { decisionId } = await scripted(
    window.base,
    'steward-script',
    `/api/v1/master-records/${child.masterId}/merge`,
    { data: { other: caller.masterId, reason: REASON } },
  );
  must(decisionId, 'a risky merge waits');
  return decisionId;
}

/** The waiting decision, reached by the keyboard. */
async function reach({ page, t, goTo }, id) {
  await goTo(t.navigate.approvals);
  const waiting = page.locator(`[data-decision="${id}"]`);
  await waiting.waitFor();
  await waiting.focus();
  await waiting.getByText(t.steward.risk.VICTIM_WITH_ADULT).first().waitFor();
  return waiting;
}

async function refuse(window) {
  const { page, t, get } = window;
  const id = await riskyMerge(window);
  const waiting = await reach(window, id);
  await page.keyboard.press('x');
  await page.getByRole('dialog', { name: t.steward.approval.refuseWhy }).getByRole('textbox').fill(REASON);
  await page.keyboard.press('Enter');
  await waiting.waitFor({ state: 'detached' });
  must((await get(`/api/v1/decisions/${id}`)).state === 'DISCARDED', 'what is refused is discarded');
}

async function approve(window) {
  const { page, t, get } = window;
  const id = await riskyMerge(window);
  const waiting = await reach(window, id);
  if (!(await waiting.locator('.effectSides').isVisible())) await page.keyboard.press('a'); // first what would change
  await waiting.locator('.effectSides').waitFor();
  await page.keyboard.press('a');
  await page.locator('.toast').getByText(t.steward.toast.APPROVED).waitFor();
  await page.keyboard.press('z');
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();
  must((await get(`/api/v1/decisions/${id}`)).state === 'UNDONE', 'what is taken back is not in force');
}

async function assign(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.tasks);
  await page.locator('[data-task]').last().click();
  await page.getByRole('button', { name: t.steward.assign.open, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t.steward.assign.title });
  await dialog.getByLabel(t.steward.assign.to).fill('steward');
  await dialog.getByLabel(t.steward.reason.label).fill(REASON);
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(t.steward.task.keptFor.replace('{{holder}}', 'steward')).waitFor();
}

async function activate(window) {
  const { page, t, goTo, get } = window;
  await goTo(t.navigate.models);
  await page.getByText(t.steward.model.active, { exact: true }).waitFor();
  const jobs = page.getByRole('region', { name: t.steward.model.jobs, exact: true }).getByRole('article');
  const order = async (why) => {
    await page.getByRole('dialog').getByLabel(t.steward.reason.label).fill(why);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await jobs
      .filter({ hasText: why })
      .getByText(t.steward.model.state.DONE, { exact: true })
      .waitFor({ timeout: WORK });
  };
  const before = (await get('/api/v1/models')).active;
  const idle = page.getByRole('button', { name: t.steward.model.activate, exact: true });
  if ((await idle.count()) === 0) {
    await page.getByRole('button', { name: t.steward.model.train, exact: true }).click();
    await order(`học ${Date.now()}`);
  }
  await idle.first().click();
  await order(`dùng ${Date.now()}`);
  const now = (await get('/api/v1/models')).active;
  must(now !== before, 'another model is in force');
  await page
    .getByRole('article', { name: `${t.steward.model.version} ${now}` })
    .getByText(t.steward.model.active, { exact: true })
    .waitFor();
  await page.getByRole('button', { name: t.steward.model.rollBack, exact: true }).click();
  await order(`lui ${Date.now()}`);
  must((await get('/api/v1/models')).active === before, 'the model before is in force again');
}

async function draw(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.quality);
  await page.getByLabel(t.steward.sample.size, { exact: true }).fill('20');
  const why = `${REASON} ${Date.now()}`;
  await page.getByLabel(t.steward.reason.label).fill(why);
  await page.getByRole('button', { name: t.steward.sample.draw, exact: true }).click();
  await page.getByText(why).waitFor();
}

async function trail(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.audit);
  await page.locator('[data-entry]').first().waitFor();
}

async function whoLooked(window) {
  const { page, t, base } = window;
  const terms = `nguyen thi hoa ${1950 + (Date.now() % 60)}`;
  const purpose = 'trả lời gia đình';
  await scripted(base, 'office-script', `/api/v1/search?q=${encodeURIComponent(terms)}`, { purpose });
  await trail(window);
  const today = dayOf(new Date());
  await page.getByLabel(t.audit.from, { exact: true }).fill(today);
  await page.getByLabel(t.audit.to, { exact: true }).fill(today);
  must(
    (await page.getByLabel(t.audit.to, { exact: true }).inputValue()) === today,
    'a day stands there as it was typed',
  );
  await page.getByLabel(t.audit.kindLabel).selectOption('SEARCH');
  await page.getByRole('button', { name: t.audit.show, exact: true }).click();
  const entry = page.locator('[data-entry]', { hasText: terms }).first();
  await entry.waitFor();
  const told = await entry.innerText();
  must(told.includes('office-script') && told.includes(purpose), 'the entry says who, and what for');
}

async function aboutOne(window) {
  const { page, t, base } = window;
  const { hits } = await scripted(base, 'office-script', '/api/v1/search?q=hoa&size=1');
  const id = hits[0].masterId;
  await scripted(base, 'office-script', `/api/v1/master-records/${id}`);
  await trail(window);
  const about = t.audit.entriesAbout.replace('{{id}}', id);
  await page.getByRole('button', { name: about, exact: true }).first().click();
  await page.waitForFunction(
    (wanted) => [...document.querySelectorAll('input')].some((box) => box.value === wanted),
    id,
  );
  await page
    .locator('[data-entry]', { hasText: `/api/v1/master-records/${id}` })
    .first()
    .waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t.audit.export.jsonl }).click(),
  ]);
  must(download.suggestedFilename() === 'audit.jsonl', 'what was found is taken along');
}

async function scopes(window) {
  const { page, t, base, goTo } = window;
  const refused = await page.request.get(`${base}/api/v1/search?q=hoa`);
  must(refused.status() === 403, 'an auditor does not look for people');
  await goTo(t.navigate.users);
  const counsellor = page.getByRole('row', { name: /^counsellor-hn/ });
  await counsellor.waitFor();
  must((await counsellor.innerText()).includes(t.centre.HANOI), 'what the counsellors of Hà Nội may know is told');
  await goTo(t.navigate.audit);
  await page.getByLabel(t.audit.refusedOnly).check();
  await page.getByRole('button', { name: t.audit.show, exact: true }).click();
  await page.locator('[data-entry]', { hasText: '/api/v1/search' }).first().getByText(t.audit.refused).waitFor();
}

async function stuck(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.pipeline);
  await page.getByRole('heading', { name: t.pipeline.deadLetters }).waitFor();
  await page.getByText(t.pipeline.caughtUp, { exact: true }).first().waitFor();
  const letters = page.getByRole('region', { name: t.pipeline.deadLetters }).locator('tbody tr');
  const none = page.getByText(t.pipeline.deadLettersEmpty);
  await letters.first().or(none).first().waitFor();
  if (await none.isVisible()) return; // told in words that nothing is stuck
  await letters.first().getByRole('checkbox').check();
  await page
    .getByRole('button', {
      name: (t.equipment.replaySelected_one ?? t.equipment.replaySelected_other).replace('{{count}}', '1'),
    })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: t.equipment.confirm, exact: true }).click();
  const [before] = t.equipment.result.replace('{{tried}}', '1').split('{{settled}}');
  await page.getByText(before).waitFor();
}

async function equipment(window) {
  const { page, t, get, goTo } = window;
  const { devices } = await get('/api/v1/equipment');
  const device = await firstOf(devices, () => true, 'device'); // faults come first
  await goTo(t.navigate.pipeline);
  const centre = page.getByRole('region', { name: t.centre[device.centre], exact: true });
  await centre.waitFor();
  const first = centre.getByRole('listitem').first();
  must((await first.innerText()).includes(t.equipment.state[device.state]), 'faults stand first, with their state');
  await first.getByRole('button').first().click();
  const history = page.getByRole('dialog');
  await history.getByText(t.equipment.lasting).waitFor();
  await page.keyboard.press('Escape');
  await history.waitFor({ state: 'detached' });
  await page.getByRole('link', { name: t.equipment.wall }).click();
  await page.waitForURL(/\/wall$/);
  await page.getByRole('region', { name: t.centre.HANOI, exact: true }).waitFor();
  await page.getByRole('link', { name: t.equipment.leaveWall }).click();
  await page.waitForURL(/\/pipeline$/);
}

export const tasks = [
  { text: 'refuse a risky merge with a reason', user: 'supervisor', run: refuse },
  { text: 'approve a risky merge after seeing what it changes, take it back', user: 'supervisor', run: approve },
  { text: 'give a question to a steward', user: 'supervisor', run: assign },
  { text: 'bring another model into force and roll it back', user: 'supervisor', run: activate },
  { text: 'draw a sample of automatic links', user: 'supervisor', run: draw },
  { text: 'find who looked for a name today, and what for', user: 'auditor', run: whoLooked },
  { text: 'find everybody who read about one person, and take it along', user: 'auditor', run: aboutOne },
  { text: 'tell what the counsellors of Hà Nội may know, and who was refused', user: 'auditor', run: scopes },
  { text: 'try a row again that could not be processed', user: 'admin', run: stuck },
  { text: 'tell which equipment is at fault since when, and show the wall', user: 'admin', run: equipment },
];
