/**
 * `npm run demo`: the main job with nobody watching. Starts JupyterLab on a copy of the examples,
 * opens the penguin example in a headless Chromium, steps it through the panel until no component
 * is left, and prints a line for each. The exit code is 0 only where every one is done or cached.
 */
import { onExample } from './demo/on-example.mjs';
import { stepThrough } from './demo/step-through.mjs';
import { reportFailure } from './setup/steps.mjs';

process.exit(
  await onExample('penguins.ipynb', page => stepThrough(page, line => console.log(line))).catch(
    reportFailure
  )
);
