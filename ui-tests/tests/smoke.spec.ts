/** The extension is there, in the page and in the server. */
import { expect, test } from './fixtures';

test('JupyterLab has the extension, enabled and in its version', async ({ page, request }) => {
  const response = await request.get('/lab/api/extensions');
  expect(response.ok()).toBe(true);
  const listed = (await response.json()) as {
    name: string;
    enabled: boolean;
    status: string | null;
  }[];
  const own = listed.find(each => each.name === 'jupyterlab-tfx');
  expect(own).toMatchObject({ enabled: true });
  const plugins = await page.evaluate(() =>
    window.jupyterapp.listPlugins().filter(id => id.startsWith('jupyterlab-tfx:'))
  );
  expect(plugins.length).toBeGreaterThan(0);
});

test('The server extension answers, and says what it needs', async ({ request }) => {
  const response = await request.get('/jupyterlab-tfx/store');
  expect(response.status()).toBe(400);
  const { message } = (await response.json()) as { message: string };
  expect(message).toMatch(/\.$/);
});
