/** The whole set-up, for start, test and demo. It is idempotent, and quick the second time. */
import { airflowEnvironment } from './airflow.mjs';
import { build, example, install } from './build.mjs';
import { chromium } from './chromium.mjs';
import { kfpEnvironment } from './kfp.mjs';
import { nginx } from './nginx.mjs';
import { nodeModules } from './node-modules.mjs';
import { environment } from './paths.mjs';
import { runSteps } from './steps.mjs';
import { makeVenv, pythonPackages } from './venv.mjs';

/**
 * Sets up whatever is missing.
 *
 * @param {{ browser?: boolean, proxy?: boolean, airflow?: boolean, kfp?: boolean }} [options] - Whether a
 *   Chromium is needed too, an nginx, an Airflow, and the SDK of Kubeflow Pipelines.
 * @throws SetupError where a step fails; `reportFailure` prints it.
 */
export async function setUp({ browser = false, proxy = false, airflow = false, kfp = false } = {}) {
  // Playwright reads where its browsers are when it is first imported.
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= environment().PLAYWRIGHT_BROWSERS_PATH;
  const steps = [nodeModules, makeVenv, pythonPackages, build, install, example];
  await runSteps([
    ...steps,
    ...(browser ? [chromium] : []),
    ...(proxy ? [nginx] : []),
    ...(airflow ? [airflowEnvironment] : []),
    ...(kfp ? [kfpEnvironment] : [])
  ]);
}
