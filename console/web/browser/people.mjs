// Finds, in whatever data the service holds, the people that a task is about: what a user has before them on paper or on the
// telephone. What is asked here is asked as the user who has logged in, and never tells the task's answer.
import { must } from './harness.mjs';

/** A name as it is typed in haste: small letters without marks. */
export function unmarked(name) {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();
}

/** Two letters in the middle of the longest word changed places, as fingers do. */
export function slipped(name) {
  const words = unmarked(name).split(' ');
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const at = Math.floor(longest.length / 2) - 1;
  const slip = longest.slice(0, at) + longest[at + 1] + longest[at] + longest.slice(at + 2);
  return words.map((word) => (word === longest ? slip : word)).join(' ');
}

/** An instant or a day as people read it here, in Vietnam's time. */
export function dayOf(instant) {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(new Date(instant));
}

export const bornIn = (hit) => hit.births[0]?.from.slice(0, 4);

/** Whether one year of birth and a full name are known, so that both can be typed. */
export const known = (hit) =>
  (hit.displayName ?? '').split(' ').length >= 3 &&
  hit.births.length === 1 &&
  bornIn(hit) === hit.births[0].to.slice(0, 4);

/** People of a search, among whom a task chooses. */
export async function people({ get }, parameters) {
  const search = new URLSearchParams({ size: '100', facets: 'false', ...parameters });
  return (await get(`/api/v1/search?${search}`)).hits;
}

/** The first for whom it holds; it may ask the service. */
export async function firstOf(all, holds, what) {
  for (const one of all) if (await holds(one)) return one;
  throw new Error(`the data hold no ${what}`);
}

/** Types into the one box of the first page, from wherever one is, and waits until the people found stand there. */
export async function type({ page, t, goTo }, text) {
  if (new URL(page.url()).pathname !== '/') await goTo(t.navigate.search);
  const box = page.getByRole('combobox', { name: t.search.label });
  await box.waitFor();
  await box.fill(text);
  await page.waitForURL((url) => url.searchParams.get('q') === text);
  await box.press('Escape');
  await page.locator('[aria-busy=false] [data-hit]').first().waitFor();
  return box;
}

/** At which place of the list somebody stands, from 1; 0 is nowhere on it. */
export async function placeOf({ page }, masterId) {
  const ways = await page.locator('[data-hit]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return ways.indexOf(`/people/${masterId}`) + 1;
}

export async function openPerson({ page, t, base }, masterId) {
  await page.goto(`${base}/people/${masterId}`);
  await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
}

/** A token for one of the demo's scripts, which do what others do meanwhile. */
export async function scripted(base, account, path, { data, purpose } = {}) {
  const asked = await fetch(`${base}/oauth2/token`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa(`${account}:${account}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = await asked.json();
  const answer = await fetch(base + path, {
    method: data ? 'POST' : 'GET',
    headers: {
      Authorization: `Bearer ${token}`,
      ...(data ? { 'Content-Type': 'application/json' } : {}),
      ...(purpose ? { 'X-Purpose': encodeURIComponent(purpose) } : {}),
    },
    body: data ? JSON.stringify(data) : undefined,
  });
  must(answer.ok, `${path} answered ${account} ${answer.status}`);
  return answer.json();
}
