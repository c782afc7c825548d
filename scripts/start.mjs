/**
 * `npm start`: sets everything up where it is not yet, and opens JupyterLab on the penguin example.
 * What follows `--` goes to JupyterLab: `npm start -- --no-browser --port 8890`.
 */
import { setUp } from './setup/index.mjs';
import { onEnd, rootArguments, startLab } from './setup/lab.mjs';
import { root } from './setup/paths.mjs';
import { reportFailure } from './setup/steps.mjs';

try {
  await setUp();
} catch (error) {
  process.exit(reportFailure(error));
}
if (rootArguments.length > 0) {
  console.log('You are root: JupyterLab is started with --allow-root.');
}
console.log('Ctrl-C stops JupyterLab and its kernels.\n');
const lab = startLab([
  `--ServerApp.root_dir=${root}`,
  '--LabApp.default_url=/lab/tree/examples/penguins.ipynb',
  ...process.argv.slice(2)
]);
let stopped = false;
onEnd(async () => {
  stopped = true;
  await lab.stop();
});
const code = await lab.ended;
process.exit(stopped ? 0 : code);
