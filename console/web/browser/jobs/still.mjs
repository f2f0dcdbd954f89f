// Every page comes in one piece: nothing that stands there is pushed aside by what is fetched later, and no table is wider than its
// room. The measure is the browser's own, layout shift: 0 is none, and 0.1 is what people begin to notice.
import { must } from '../harness.mjs';

const MOST_SHIFT = 0.05;
const YEAR = 'from=2021-01-01&to=2021-12-31';
const PAGES = [
  ['steward', ['/tasks', '/quality', '/models']],
  ['auditor', ['/audit', '/users']],
  [
    'supervisor',
    [
      '/',
      '/?q=nguyen',
      '/approvals',
      '/pipeline',
      '/wall',
      `/dashboard?${YEAR}`,
      `/dashboard/contacts?${YEAR}`,
      `/dashboard/referrals?${YEAR}`,
      `/dashboard/quality?${YEAR}`,
    ],
  ],
];

export async function job({ page, base, changeUser, get }) {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        if (shift.hadRecentInput) continue;
        const who = shift.sources?.map(({ node }) => node?.className || node?.nodeName).join(', ');
        window.shifts.push({ value: shift.value, who });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [user, addresses] of PAGES) {
    await changeUser(user);
    for (const address of addresses) await still(page, base + address);
    if (user === 'supervisor') {
      const { hits } = await get('/api/v1/search?q=nguyen&size=1');
      await still(page, `${base}/people/${hits[0].masterId}`);
      await still(page, `${base}/people/${hits[0].masterId}/rights`);
    }
    if (user === 'steward') {
      const { items } = await get('/api/v1/review-tasks?size=1');
      if (items[0]) await still(page, `${base}/tasks/${items[0].id}`);
    }
  }
}

/** A page that has been at rest for so long, in milliseconds, has what it fetches: between one answer and the next call it rests, too. */
const REST = 400;

/**
 * Waits until a page has its heading and fetches nothing any more. A timer looks, not the drawing of frames, which a hurried machine
 * leaves out; and a page that never comes to rest is told with what it waits for.
 */
async function atRest(page, address) {
  try {
    await page.locator('main h1').first().waitFor({ state: 'attached' });
    await page.waitForFunction(
      (long) => {
        const busy = document.querySelector('main [aria-busy=true], main .mantine-Skeleton-root') !== null;
        window.restsSince = busy ? undefined : (window.restsSince ?? Date.now());
        return !busy && Date.now() - window.restsSince >= long;
      },
      REST,
      { polling: 100 },
    );
  } catch (fault) {
    const stands = await page.evaluate(() =>
      [...document.querySelectorAll('main [aria-busy=true], main .mantine-Skeleton-root, main [role=alert]')]
        .map((part) => part.ariaLabel ?? (part.role === 'alert' ? part.textContent : part.className))
        .join('; '),
    );
    throw new Error(`${address} does not come to rest: ${stands || 'it has no heading'}; ${fault.message}`);
  }
}

async function still(page, address) {
  await page.goto(address);
  await atRest(page, address);
  const found = await page.evaluate(() => ({
    shift: window.shifts.reduce((sum, { value }) => sum + value, 0),
    who: window.shifts.map(({ value, who }) => `${value.toFixed(3)} of ${who}`).join('; '),
    wide: [...document.querySelectorAll('.dataTable.wraps')]
      .filter((table) => table.offsetWidth > table.parentElement.clientWidth + 1)
      .map(
        (table) =>
          table.parentElement.getAttribute('aria-label') ?? table.parentElement.getAttribute('aria-labelledby'),
      ),
  }));
  must(found.shift <= MOST_SHIFT, `${address} jumps by ${found.shift.toFixed(3)}: ${found.who}`);
  must(found.wide.length === 0, `${address}: wider than the room they have: ${found.wide.join(', ')}`);
}
