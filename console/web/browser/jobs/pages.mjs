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
