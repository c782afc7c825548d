/** From the panel to a real Airflow 3, in an environment of its own: deployed, run, failed, put right, pushed. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import type { Locator } from '@playwright/test';

import { expect, rootFolder, test } from './fixtures';
import { card, panelOf } from './panel';
import { openPanel } from './pipeline';

const repository = resolve(__dirname, '../..');
const python = join(repository, '.venv/bin/python');
/** Where the Jupyter server of these tests deploys to: see `playwright.config.mjs`. */
const home = join(repository, '.cache', 'tests', 'airflow');
/** Milliseconds: a node imports TFX first, on a machine that has much to do. */
const NODE = 180_000;

interface IAirflow {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly process: ChildProcess;
}

/** Starts Airflow, and reads how to connect. */
async function startAirflow(): Promise<IAirflow> {
  rmSync(home, { recursive: true, force: true });
  const child = spawn(
    process.execPath,
    [join(repository, 'scripts/airflow.mjs'), '--empty', '--home', home],
    {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, TFX_PYTHON: python }
    }
  );
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      const said = JSON.parse(line) as Omit<IAirflow, 'process'>;
      return { ...said, process: child };
    }
  }
  throw new Error('Airflow did not start.');
}

function ended({ process: child }: IAirflow): Promise<number | null> {
  return new Promise(resume => {
    child.on('exit', resume);
    child.kill('SIGTERM');
  });
}

/** Puts what an export would write beside the notebook. */
function writePipeline(folder: string): void {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  cpSync(
    join(repository, 'examples/airflow/penguins_pipeline.py'),
    join(folder, 'penguins_pipeline.py')
  );
  const script =
    'import sys; from palmerpenguins import load_penguins; load_penguins().to_csv(sys.argv[1], index=False)';
  execFileSync(python, ['-c', script, join(data, 'penguins.csv')]);
  const text = JSON.stringify;
  writeFileSync(
    join(folder, 'pipeline.py'),
    'import penguins_pipeline\n\n\ndef create_pipeline():\n' +
      `    return penguins_pipeline.create_pipeline(${text(folder)}, ${text(data)})\n`
  );
  // A person's own settings: no second try.
  const dag = readFileSync(join(repository, 'jupyterlab_tfx/airflow/airflow_dag.py'), 'utf8');
  writeFileSync(join(folder, 'airflow_dag.py'), dag.replace('RETRIES = 1', 'RETRIES = 0'));
}

/** Presses the buttons of the form that deploys. */
async function deploy(section: Locator, folder: string): Promise<void> {
  await section.getByRole('button', { name: 'Deploy…' }).click();
  const form = section.getByRole('form', { name: 'Deploy an exported pipeline' });
  await form.getByLabel('Folder').fill(folder);
  await form.getByRole('button', { name: 'Deploy' }).click();
  await expect(form).toHaveCount(0, { timeout: NODE });
}

test('The penguins on Airflow: deployed, failed, put right and pushed, all from the panel', async ({
  page,
  openExample,
  tmpPath
}) => {
  test.setTimeout(1_200_000);
  const airflow = await startAirflow();
  try {
    await openExample('penguins.ipynb');
    const beside = join(rootFolder, tmpPath);
    const folder = join(beside, 'penguins-pipeline');
    writePipeline(folder);
    const trainer = join(beside, 'penguin_trainer.py');
    const good = readFileSync(trainer, 'utf8');
    writeFileSync(trainer, 'def run_fn(_):\n    raise ValueError("The penguins have left.")\n');

    await openPanel(page);
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'Orchestrator' }).click();
    const section = panel.locator('.jp-TfxOrchestrator');
    const task = (id: string): Locator => section.locator(`[data-tfx-task="${id}"]`);

    await test.step('Connect', async () => {
      const form = section.getByRole('form', { name: 'Connect to Airflow' });
      await form.getByLabel('Address').fill(airflow.url);
      await form.getByLabel('User', { exact: true }).fill(airflow.user);
      await form.getByLabel('Password').fill('wrong');
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(
        section.getByText('Airflow does not take this user and password.')
      ).toBeVisible();
      await form.getByLabel('Password').fill(airflow.password);
      await form.getByRole('button', { name: 'Connect' }).click();
      await expect(section.getByText(`at ${airflow.url}, as admin`)).toBeVisible();
    });

    await test.step('Deploy and start', async () => {
      await deploy(section, `${tmpPath}/penguins-pipeline`);
      await section.getByRole('button', { name: 'Start a run…' }).click({ timeout: 60_000 });
      const form = section.getByRole('form', { name: 'Start a run' });
      await form.getByLabel('train_args').fill('{"num_steps": 200}');
      await form.getByRole('button', { name: 'Start' }).click();
      await expect(task('CsvExampleGen')).toHaveAttribute('data-state', 'running', {
        timeout: 60_000
      });
      await expect(card(page, 'CsvExampleGen')).toHaveAttribute(
        'aria-label',
        /in Airflow: (running|succeeded)/
      );
    });

    await test.step('The Trainer fails, and its log says why', async () => {
      await expect(task('Trainer')).toHaveAttribute('data-state', 'failed', { timeout: 6 * NODE });
      await expect(card(page, 'Trainer')).toHaveAttribute('aria-label', /in Airflow: failed/);
      await expect(task('Pusher')).toHaveAttribute('data-state', 'upstream-failed');
      await task('Trainer').getByRole('button', { name: 'Log' }).click();
      await expect(section.locator('.jp-TfxOrchestrator-log')).toContainText(
        'ValueError: The penguins have left.'
      );
    });

    await test.step('Put right, deployed again, cleared: pushed', async () => {
      writeFileSync(trainer, good);
      await deploy(section, `${tmpPath}/penguins-pipeline`);
      await task('Trainer').getByRole('button', { name: 'Clear' }).click();
      await expect(section.locator('.jp-TfxOrchestrator-run')).toHaveAttribute(
        'data-state',
        'success',
        {
          timeout: 4 * NODE
        }
      );
      await expect(task('Pusher')).toHaveAttribute('data-state', 'success');
      await expect(task('Trainer')).toContainText('try 2');
      const [version] = readdirSync(join(folder, 'serving'));
      expect(existsSync(join(folder, 'serving', version, 'saved_model.pb'))).toBe(true);
    });

    await test.step('Its artifacts open from the graph, and agree with the notebook’s', async () => {
      // Wherever the cards are in a graph that has little room.
      await card(page, 'StatisticsGen').dispatchEvent('click');
      const made = section.getByRole('region', { name: 'Artifacts of StatisticsGen' });
      await made.getByRole('button', { name: 'statistics' }).click();
      const tab = page.locator('.jp-MainAreaWidget:visible > .jp-TfxArtifact');
      await expect(tab.getByText('flipper_length_mm').first()).toBeVisible();
      await card(page, 'SchemaGen').dispatchEvent('dblclick');
      await expect(tab.getByText('8 features')).toBeVisible();
      const agree = ['-m', 'tests.penguins_agree', join(folder, 'artifacts')];
      expect(execFileSync(python, agree, { cwd: repository, encoding: 'utf8' })).toContain('same');
    });

    await test.step('Airflow goes away', async () => {
      expect(await ended(airflow)).toBe(0);
      await expect(section.getByText('What is below may be old.')).toBeVisible({ timeout: 60_000 });
      await expect(task('Pusher')).toHaveAttribute('data-state', 'success');
    });
  } finally {
    airflow.process.kill('SIGTERM');
  }
});
