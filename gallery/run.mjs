/**
 * `npm run gallery`: builds the page with every view and serves it until Ctrl-C; `-- --port N` there.
 * `npm run gallery -- --screenshots <folder> [<page>]` takes pictures instead, of all pages or those whose id begins so.
 */
import { chromium } from '../scripts/setup/chromium.mjs';
import { nodeModules } from '../scripts/setup/node-modules.mjs';
import { environment } from '../scripts/setup/paths.mjs';
import { reportFailure, runSteps } from '../scripts/setup/steps.mjs';
import { makeVenv, pythonPackages } from '../scripts/setup/venv.mjs';

const [word, value, page] = process.argv.slice(2);
const takes = word === '--screenshots';
if (![undefined, '--port', '--screenshots'].includes(word) || (word && !value)) {
  console.error('Usage: npm run gallery [-- --port N | -- --screenshots <folder> [<page>]]');
  process.exit(2);
}
try {
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= environment().PLAYWRIGHT_BROWSERS_PATH;
  // JupyterLab is there for its themes.
  await runSteps([nodeModules, makeVenv, pythonPackages, ...(takes ? [chromium] : [])]);
  const { buildGallery } = await import('./build.mjs');
  const { serve } = await import('./serve.mjs');
  const folder = await buildGallery();
  const { url, close } = await serve(folder, takes ? 0 : Number(value ?? 0));
  if (takes) {
    const { takeScreenshots } = await import('./screenshots.mjs');
    await takeScreenshots(url, value, page).finally(close);
  } else {
    console.log(`The gallery is at ${url} (its files in ${folder}). Ctrl-C ends it.`);
  }
} catch (error) {
  process.exitCode = reportFailure(error);
}
