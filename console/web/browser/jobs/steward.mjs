// A steward's main job by keyboard alone: the queue, one comparison, a decision with its reason, undo at once, putting off;
// then several tasks of the same evidence by one answer. The world is left as it was found.
import { must } from '../harness.mjs';

export const user = 'steward';

const queue = (base) => `${base}/tasks?kind=POSSIBLE_LINK`;

async function comparisonOf({ page, t }) {
  await page.getByRole('heading', { name: t.steward.task.comparison }).waitFor();
  await page.getByText(new RegExp(t.steward.task.mineUntil.replace('{{time}}', '\\d\\d:\\d\\d'))).waitFor();
  await page.locator('.waterfall tfoot').waitFor();
}

/** The parts that are told add up to the total that is told, as far as they are rounded. */
async function partsAddUp(page) {
  const bits = (texts) => texts.map((text) => Number(text.replace('−', '-').replace('+', '').replace(',', '.')));
  const parts = bits(await page.locator('.waterfall tbody .num').allTextContents());
  const [total] = bits(await page.locator('.waterfall tfoot .num').allTextContents());
  const sum = parts.reduce((all, part) => all + part, 0);
  must(parts.length > 2 && Math.abs(sum - total) < 0.06 * (parts.length + 1), `the parts make ${sum}, not ${total}`);
}

export async function job(window) {
  const { page, t, base, sound, goTo } = window;
  await goTo(t.navigate.tasks);
  await page.locator('[data-task]').first().waitFor();
  await sound('tasks');
  await page.goto(queue(base));
  await page.locator('[data-task]').first().waitFor();
  await page.keyboard.press('j');
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-task'));
  must(focused !== null, 'the key j leads to the first task');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/tasks/${focused}\\?`));
  await comparisonOf(window);
  await partsAddUp(page);
  await sound('task');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: t.steward.keys.title }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.keyboard.press('c');
  await page.keyboard.type('xem lại');
  await page.keyboard.press('Enter');
  await page.getByText('xem lại').first().waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('s');
  const one = t.steward.effect.after_one ?? t.steward.effect.after_other;
  await page.getByText(one.replace('{{count}}', '1')).waitFor();
  const offered = await page.locator('.giveReason textarea').first().inputValue();
  must(offered.length > 0, 'a reason is offered from the evidence');
  await sound('task-reason');
  await page.keyboard.press('Enter');
  await page.locator('.toast').getByText(t.steward.toast.SAME).waitFor();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${focused}`));
  await page.keyboard.press('z');
  await page.waitForURL(new RegExp(`/tasks/${focused}`));
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();
  await comparisonOf(window);

  // The same answer for another task whose evidence is the same.
  await page.keyboard.press('d');
  await page.locator('.alike summary').click();
  await page.getByLabel(t.steward.alike.all).check();
  await page.getByRole('button', { name: t.steward.decide.confirmAll_other.replace('{{count}}', '2') }).waitFor();
  await sound('task-alike');
  await page.locator('.giveReason textarea').first().focus();
  await page.keyboard.press('Enter');
  const several = t.steward.toast.several
    .replace('{{decided}}', '2')
    .replace('{{waiting}}', '0')
    .replace('{{refused}}', '0');
  await page.locator('.toast').getByText(several).waitFor();
  await page.keyboard.press('z');
  await page.locator('.toast').getByText(t.steward.toast.UNDONE).waitFor();
  await page.waitForURL(new RegExp(`/tasks/${focused}`));
  await comparisonOf(window);

  await page.keyboard.press('n');
  await page.waitForURL((url) => !url.pathname.endsWith(`/${focused}`));
}

export const pages = [
  {
    name: 'tasks',
    open: async ({ page, base }) => {
      await page.goto(`${base}/tasks`);
      await page.locator('[data-task]').first().waitFor();
    },
  },
  {
    name: 'task',
    open: async (window) => {
      const { items } = await window.get('/api/v1/review-tasks?kind=POSSIBLE_LINK&size=1');
      await window.page.goto(`${window.base}/tasks/${items[0].id}`);
      await comparisonOf(window);
    },
  },
  {
    name: 'tasks-none',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/tasks?state=DEFERRED&centre=ANGIANG`);
      await page.getByText(t.steward.queue.none).waitFor();
    },
  },
  {
    name: 'task-unknown',
    open: async ({ page, base }) => {
      await page.goto(`${base}/tasks/999999`);
      await page.getByRole('alert').first().waitFor();
    },
  },
];
