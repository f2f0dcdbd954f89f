// An administrator's job: see what stands still, try it again, look at the equipment and its history, put it on the wall.
import { must } from '../harness.mjs';

export const user = 'admin';

export async function job({ page, t, sound, goTo }) {
  await goTo(t.navigate.pipeline);
  await page.getByRole('heading', { name: t.equipment.title }).waitFor();
  const hanoi = page.getByRole('region', { name: t.centre.HANOI, exact: true });
  await hanoi.getByText(t.equipment.state.DOWN).waitFor();
  const first = await hanoi.getByRole('listitem').first().innerText();
  must(first.includes(t.equipment.component.UPS), `faults come first, not ${first}`);
  await sound('pipeline-admin');

  await hanoi
    .getByRole('button', { name: new RegExp(t.equipment.component.UPS) })
    .first()
    .click();
  const history = page.getByRole('dialog');
  await history.getByText(t.equipment.lasting).waitFor();
  must((await history.getByRole('row').count()) === 3, 'the history tells both states of the device');
  await sound('equipment-history');
  await page.keyboard.press('Escape');
  await history.waitFor({ state: 'detached' });

  const letter = page.getByRole('row', { name: /call_review 951/ });
  await letter.getByRole('checkbox').check();
  const one = (words) => words.replace('{{count}}', '1');
  await page
    .getByRole('button', { name: one(t.equipment.replaySelected_one ?? t.equipment.replaySelected_other) })
    .click();
  await page.getByRole('dialog').getByText(t.equipment.confirmTitle).waitFor();
  await sound('replay-confirm');
  await page.getByRole('dialog').getByRole('button', { name: t.equipment.confirm, exact: true }).click();
  const told = t.equipment.result.replace('{{tried}}', '1').replace('{{settled}}', '0').replace('{{open}}', '1');
  await page.getByText(told).waitFor();
  await page.getByRole('button', { name: t.equipment.replayAll }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.equipment.cancel }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('link', { name: t.equipment.wall }).click();
  await page.waitForURL(/\/wall$/);
  await wallThere(page, t);
  await sound('wall');
  await page.getByRole('link', { name: t.equipment.leaveWall }).click();
  await page.waitForURL(/\/pipeline$/);
}

async function wallThere(page, t) {
  await page.getByRole('region', { name: t.centre.HANOI, exact: true }).getByText(t.equipment.state.DOWN).waitFor();
  await page.getByText(t.source.hotline).first().waitFor();
  await page.getByText(t.reconciliation.last).waitFor();
  await page.getByText(t.reconciliation.different, { exact: true }).waitFor();
}

export const pages = [
  {
    name: 'pipeline-admin',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/pipeline`);
      await page.getByText('call_review 951').waitFor();
      await page.getByText(t.equipment.state.DOWN).first().waitFor();
    },
  },
  {
    name: 'wall',
    open: async ({ page, base, t, look }) => {
      await page.goto(`${base}/wall`);
      await wallThere(page, t);
      if (look.width === 1920) {
        const tall = await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight);
        must(tall, 'all of the wall stands on one screen of 1920 by 1080');
      }
    },
  },
];
