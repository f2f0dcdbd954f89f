// Ten tasks of the data stewards, as the root README words them. Each leaves the people as it found them.
import { must } from '../harness.mjs';
import { firstOf, openPerson, people, scripted, unmarked } from '../people.mjs';

const user = 'steward';
const REASON = 'thử như người mới';
const WORK = 240_000; // training and comparing look at everybody

const several = (text, count) => text.replace('{{count}}', count);

async function standing({ page, t }) {
  await page.getByRole('heading', { name: t.steward.task.comparison }).waitFor();
  await page.getByText(new RegExp(t.steward.task.mineUntil.replace('{{time}}', '\\d\\d:\\d\\d'))).waitFor();
  return Number(new URL(page.url()).pathname.split('/').pop());
}

/** Opens the first possible link by keyboard, as one begins the day. @returns its number */
async function begin(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.tasks);
  await page.getByRole('button', { name: new RegExp(`^${t.steward.kind.POSSIBLE_LINK} `) }).click();
  await page.waitForURL((url) => url.searchParams.get('kind') === 'POSSIBLE_LINK');
  await page.locator('[aria-busy=false] [data-task]').first().waitFor();
  await page.keyboard.press('b');
  await page.waitForURL(/\/tasks\/\d+/);
  return standing(window);
}

async function gone({ page }, task) {
  await page.waitForURL((url) => url.pathname !== `/tasks/${task}`);
}

async function undone(window, task) {
  const { page, t } = window;
  await page.keyboard.press('z');
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();
  if (task) await page.waitForURL((url) => url.pathname === `/tasks/${task}`);
}

async function queue(window) {
  const { page, t, goTo, get } = window;
  await goTo(t.navigate.tasks);
  await page.locator('[data-task]').first().waitFor();
  const { total, counts } = await get('/api/v1/review-tasks?state=OPEN&size=1');
  const told = (await page.locator('fieldset.kinds').innerText()).replace(/[.,](?=\d{3})/g, '');
  must(told.includes(String(total)), `all ${total} questions are told`);
  for (const number of Object.values(counts)) must(told.includes(String(number)), `a kind counts ${number}`);
  await page.keyboard.press('j');
  const most = await page.evaluate(() => document.activeElement?.getAttribute('data-task'));
  await page.keyboard.press('Enter');
  must((await standing(window)) === Number(most), 'the most urgent question stands there');
  await page.locator('.waterfall tfoot').waitFor();
}

async function same(window) {
  const { page, t } = window;
  const task = await begin(window);
  await page.keyboard.press('s');
  await page.locator('.effectSides').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.toast').getByText(t.steward.toast.SAME).waitFor();
  await gone(window, task);
  await undone(window, task);
}

async function alike(window) {
  const { page, t, base, get } = window;
  const { items } = await get('/api/v1/review-tasks?kind=POSSIBLE_LINK&size=100');
  const others = async (task) => (await get(`/api/v1/review-tasks/${task.id}/alike`)).items?.length;
  const { id } = await firstOf(items.slice(0, 60), others, 'questions with the same evidence');
  await page.goto(`${base}/tasks/${id}?kind=POSSIBLE_LINK`);
  await standing(window);
  await page.keyboard.press('d');
  await page.locator('.alike summary').click();
  await page.getByLabel(t.steward.alike.all).check();
  await page.locator('.giveReason textarea').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.toast').waitFor();
  await gone(window, id);
  await undone(window, id);
}

async function unsure(window) {
  const { page, t, goTo } = window;
  const task = await begin(window);
  await page.keyboard.press('u');
  await page.getByLabel(t.steward.decide.until).selectOption('7');
  await page.locator('.giveReason textarea').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.toast').getByText(t.steward.toast.DEFER).waitFor();
  await goTo(t.navigate.tasks);
  await page.getByLabel(t.steward.queue.state).selectOption('DEFERRED');
  await page.locator(`[data-task="${task}"]`).waitFor();
}

async function comment(window) {
  const { page, base } = window;
  const task = await begin(window);
  await page.keyboard.press('c');
  await page.keyboard.type(REASON);
  await page.keyboard.press('Enter');
  await page.locator('.notes').getByText(REASON).first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await gone(window, task);
  await page.goto(`${base}/tasks/${task}`);
  await page.locator('.notes').getByText(REASON).first().waitFor();
}

/** Opens what stewards may do about a person. */
async function act({ page, t }, what) {
  await page.getByRole('main').getByRole('button', { name: t.steward.person.actions }).click();
  await page.getByRole('menuitem', { name: t.steward.person[what] }).click();
  return page.getByRole('dialog', { name: t.steward.person[what] });
}

async function decideIn({ page, t }, dialog, what) {
  await dialog.locator('.effect').waitFor();
  await dialog.getByLabel(t.steward.reason.label).fill(REASON);
  await page.keyboard.press('Enter');
  await page.locator('.toast').getByText(t.steward.toast[what], { exact: true }).waitFor();
  await dialog.waitFor({ state: 'detached' });
}

async function merge(window) {
  const { t, get } = window;
  const { items } = await get('/api/v1/review-tasks?kind=POSSIBLE_LINK&size=50');
  const named = (record) => (record.person.names[0]?.display ?? '').split(' ').length > 2 && record.person.birth;
  const task = await firstOf(items, ({ records }) => records.every(named), 'question about two full names');
  const [one, other] = task.records;
  await openPerson(window, one.masterId);
  const dialog = await act(window, 'MERGE');
  const typed = `${unmarked(other.person.names[0].display)} ${other.person.birth.from.slice(0, 4)}`;
  await dialog.getByLabel(t.steward.pick.label).fill(typed);
  await dialog.getByRole('radio').first().check();
  await decideIn(window, dialog, 'MERGE');
  await undone(window);
}

async function split(window) {
  const { page } = window;
  const person = await firstOf(
    await people(window, {}),
    (hit) => hit.sourceRecords.length > 2,
    'person of three records',
  );
  await openPerson(window, person.masterId);
  const dialog = await act(window, 'SPLIT');
  await dialog.getByRole('checkbox').last().check();
  await decideIn(window, dialog, 'SPLIT');
  await undone(window);
  await page.locator('.toast').waitFor();
}

async function pin(window) {
  const { page, t } = window;
  const person = await firstOf(
    await people(window, {}),
    (hit) => hit.births.length > 1 && hit.sourceRecords.length > 1,
    'person with two dates of birth',
  );
  await openPerson(window, person.masterId);
  const dialog = await act(window, 'PIN');
  await dialog.getByLabel(t.steward.pick.attribute).selectOption('birth');
  await dialog.getByRole('radio').last().check();
  await decideIn(window, dialog, 'PIN');
  const row = page.locator('.factRow', { has: page.getByText(t.person.birth, { exact: true }) });
  await row.getByText(t.person.pinned, { exact: true }).waitFor();
  await undone(window);
  await row.getByText(t.person.pinned, { exact: true }).waitFor({ state: 'detached' });
}

async function models(window) {
  const { page, t, goTo } = window;
  await goTo(t.navigate.models);
  await page.getByText(t.steward.model.active, { exact: true }).waitFor();
  const jobs = page.getByRole('region', { name: t.steward.model.jobs, exact: true }).getByRole('article');
  const told = async (what, why) => {
    await page.getByRole('dialog').getByLabel(t.steward.reason.label).fill(why);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const job = jobs.filter({ hasText: why });
    await job.getByText(t.steward.model.state.DONE, { exact: true }).waitFor({ timeout: WORK });
    must((await job.innerText()).includes(t.steward.model.job[what]), `the job says that it is a ${what}`);
    return job;
  };
  const why = `${REASON} ${Date.now()}`;
  await page.getByRole('button', { name: t.steward.model.train, exact: true }).click();
  const trained = await told('TRAIN', why);
  // The same records and answers make the same model: it may stand there already.
  const made = await trained.locator('.hitTitle code').innerText();
  const version = page.getByRole('article', { name: `${t.steward.model.version} ${made}`, exact: true });
  await version.getByRole('button', { name: t.steward.model.weights, exact: true }).click();
  await version.locator('.modelWeights').waitFor();
  await version.getByRole('button', { name: t.steward.model.compare, exact: true }).click();
  const compared = await told('COMPARE', `so ${why}`);
  await compared.getByText(t.steward.difference.peopleLinked).waitFor();
}

async function judge(window) {
  const { page, t, base, goTo } = window;
  await scripted(base, 'supervisor-script', '/api/v1/quality/samples', {
    data: { size: 5, seed: Math.floor(Date.now() / 1000), reason: REASON },
  });
  await goTo(t.navigate.quality);
  const open = new RegExp(t.steward.sample.judgeOf.replace('{{number}}', '\\d+'));
  await page.getByRole('button', { name: open }).first().click();
  const judging = page.locator('.judging');
  for (const key of ['s', 'd', 'u']) {
    const pair = await judging.getByRole('heading', { level: 3 }).innerText();
    await judging.locator('.waterfall tfoot').waitFor();
    await page.keyboard.press(key);
    await judging
      .getByRole('heading', { level: 3 })
      .filter({ hasNotText: new RegExp(`^${pair}$`) })
      .waitFor();
  }
  await page.keyboard.press('z');
  await judging.locator('.waterfall tfoot').waitFor();
  await page.getByText(several(t.steward.sample.open_other, 2)).first().waitFor();
}

export const tasks = [
  { text: 'see what waits and open the most urgent question by keyboard', user, run: queue },
  { text: 'say that two are one person, see what changes, take it back', user, run: same },
  { text: 'answer questions of the same evidence at once, take it back', user, run: alike },
  { text: 'put a question off for a week and find it among the deferred', user, run: unsure },
  { text: 'write a comment, pass a question over, and find the comment', user, run: comment },
  { text: 'merge two people from a page, see the preview, take it back', user, run: merge },
  { text: 'split a record off, take it back', user, run: split },
  { text: 'pin the right date of birth, see the mark, take it back', user, run: pin },
  { text: 'train a model and compare it with the one in force', user, run: models },
  { text: 'judge a sample of automatic links by keys', user, run: judge },
];
