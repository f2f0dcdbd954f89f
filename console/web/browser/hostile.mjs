// Looks at every page there is, as every kind of user, of a service whose data are hostile: each text is marked with `zqx` and would be script to
// a page that took it for markup. No script of theirs may run, nothing may be asked of another host, and the content policy may not be broken,
// for that would mean that something had tried. Ways to people, tasks and decisions are asked of the service.
//
// Usage: node browser/hostile.mjs BASE_URL
// Exit codes: 0 all holds, 1 something does not, 77 no Chromium is installed.
import { openWindow, startBrowser } from './harness.mjs';

const [base] = process.argv.slice(2);
const MARK = /zqx/i;
const USERS = ['officer', 'steward', 'supervisor', 'auditor', 'admin', 'counsellor-hn', 'counsellor-dn'];
const look = { language: 'vi', colorScheme: 'light', width: 1400 };
const MOST_RIGHTS = 8;
const PAGES = [
  '/',
  '/?q=zqx',
  '/?q=%3Cimg%20src%3Dx%20onerror%3Dxss%3D1%3E',
  '/tasks',
  '/approvals',
  '/dashboard',
  '/pipeline',
  '/wall',
  '/models',
  '/quality',
  '/audit',
  '/users',
  '/dashboard/cases',
  '/nowhere/%3Cimg%20src=x%20onerror=xss=1%3E',
  '/people/%3Cimg%20src=x%20onerror=xss=1%3E',
];

const browser = await startBrowser();
if (!browser) {
  console.error('No Chromium is installed: the browser test is skipped.');
  process.exit(77);
}

const asked = async (page, path) => {
  const answer = await page.request.get(base + path);
  return answer.ok() ? answer.json() : {};
};

/** People that somebody found: whoever may not search may still see what a person has a right to. */
const people = new Set();

/** The addresses of what this user may look at. */
async function ways(page) {
  const { hits = [] } = await asked(page, '/api/v1/search?q=zqx&size=50');
  for (const hit of hits) people.add(hit.masterId);
  const { items: tasks = [] } = await asked(page, '/api/v1/review-tasks?size=20');
  const { items: done = [] } = await asked(page, '/api/v1/review-tasks?state=DECIDED&size=20');
  const { items: decisions = [] } = await asked(page, '/api/v1/decisions?size=20');
  return [
    ...PAGES,
    ...hits.map((hit) => `/people/${hit.masterId}`),
    ...[...tasks, ...done].map((task) => `/tasks/${task.id}`),
    ...decisions.map((decision) => `/decisions/${decision.id ?? decision.decisionId}`),
    ...[...people].slice(0, MOST_RIGHTS).map((id) => `/people/${id}/rights`),
    ...[...people].slice(0, MOST_RIGHTS).map((id) => `${disclosureOf(id)}&lang=vi`),
  ];
}

/** The only page that the service makes of captured text itself. */
function disclosureOf(id) {
  return `/api/v1/master-records/${id}/disclosure?format=html`;
}

let looked = 0;
let marked = 0;
let disclosed = 0;
let rights = 0;
const wrong = [];
for (const user of USERS) {
  const window = await openWindow(browser, { base, look, screenshots: null });
  const { page } = window;
  page.on('dialog', (dialog) => {
    wrong.push(`${user}: a dialog said ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      window.broken = `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`;
    });
  });
  try {
    await window.logIn(user);
    for (const way of await ways(page)) {
      const answer = await page.goto(base + way);
      await page.waitForLoadState('load');
      const isDisclosure = way.includes('/disclosure?');
      // A page that keeps a stream open is never idle; what it asked first has come by then.
      await page
        .waitForFunction(() => document.querySelector('h1') && !document.querySelector('[aria-busy=true]'), null, {
          timeout: isDisclosure ? 1_000 : 15_000,
        })
        .catch(() => undefined);
      for (const opener of await page.locator('details > summary, [role=tab]').all())
        await opener.click({ timeout: 2_000 }).catch(() => undefined);
      const { ran, broken, text, planted } = await page.evaluate(() => ({
        ran: window.xss !== undefined,
        broken: window.broken ?? null,
        text: document.body.innerText,
        planted: document.querySelectorAll('img[src="x"], [onerror], [onload], #root script').length,
      }));
      looked += 1;
      if (MARK.test(text)) marked += 1;
      if (isDisclosure && answer.ok() && MARK.test(text)) disclosed += 1;
      if (way.endsWith('/rights') && (await page.locator('#part-records').count()) > 0) rights += 1;
      if (ran) wrong.push(`${user} ${way}: a script ran`);
      if (planted > 0) wrong.push(`${user} ${way}: ${planted} elements were planted`);
      if (broken) wrong.push(`${user} ${way}: the content policy was broken: ${broken}`);
      if (/zqx/i.test(await page.title())) wrong.push(`${user} ${way}: a text of a person stands in the tab`);
    }
  } catch (fault) {
    wrong.push(`${user}: ${fault.message}`);
  }
  await window.end().catch((fault) => wrong.push(`${user}: ${fault.message}`));
}
await browser.close();
console.log(
  `pages looked at: ${looked}; of these with marked texts: ${marked}; disclosures: ${disclosed}, of rights: ${rights}`,
);
if (disclosed === 0) wrong.push('no disclosure with marked texts was looked at');
if (rights === 0) wrong.push('no page of what a person has a right to was looked at');
for (const one of wrong) console.error(one);
process.exit(wrong.length > 0 || marked < 20 ? 1 : 0);
