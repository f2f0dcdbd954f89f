// The pages that everybody of the office has, for the screenshots.
export const user = 'supervisor';

export const pages = [
  {
    name: 'search',
    open: async ({ page, base, query }) => {
      await page.goto(`${base}/?q=${encodeURIComponent(query)}`);
      await page.locator('[aria-busy=false] [data-hit]').first().waitFor();
    },
  },
  {
    name: 'search-none',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/?q=zzzzqqqq`);
      await page.getByText(t.search.none).waitFor();
    },
  },
  {
    name: 'person',
    open: async ({ page, base, t, get, query }) => {
      const { hits } = await get(`/api/v1/search?q=${encodeURIComponent(query)}&size=1`);
      await page.goto(`${base}/people/${hits[0].masterId}`);
      await page.getByRole('heading', { name: t.person.records, exact: true }).waitFor();
    },
  },
  {
    name: 'person-unknown',
    open: async ({ page, base }) => {
      await page.goto(`${base}/people/00000000-0000-4000-8000-000000000000`);
      await page.getByRole('alert').first().waitFor();
    },
  },
  {
    name: 'pipeline',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/pipeline`);
      await page.getByRole('heading', { name: t.pipeline.title, level: 1 }).waitFor();
    },
  },
  {
    name: 'not-found',
    open: async ({ page, base, t }) => {
      await page.goto(`${base}/nowhere`);
      await page.getByRole('heading', { name: t.notFoundPage.title }).waitFor();
    },
  },
];
