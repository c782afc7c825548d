/** Benchmarks of the way to Airflow: reading the DAG, watching a run, and what a process for each node costs. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { chromium } from '@playwright/test';

import { inAirflow } from '../scripts/setup/airflow.mjs';
import { chromiumFlags, findChromium } from '../scripts/setup/chromium.mjs';
import { setUp } from '../scripts/setup/index.mjs';
import { environment, inVenv, root } from '../scripts/setup/paths.mjs';
import { bundle } from './bundle.mjs';

const TASKS = 300;
const ROUNDS = 30;
const execute = promisify(execFile);

/**
 * Reading a DAG of 300 nodes in a real Airflow, refreshing a run of 300 tasks in a real Chromium, and the node
 * command against TFX's LocalDagRunner.
 *
 * @returns {Promise<object[]>} Lines of the benchmarks' table.
 */
export async function run() {
  await setUp({ airflow: true });
  return [await parse(), await refresh(), await overhead()];
}

async function parse() {
  const folder = await mkdtemp(join(tmpdir(), 'tfx-bench-'));
  try {
    await writeFile(join(folder, 'pipeline.json'), JSON.stringify(pipeline()));
    const dag = await readFile(join(root, 'jupyterlab_tfx', 'airflow', 'airflow_dag.py'));
    await writeFile(join(folder, 'airflow_dag.py'), dag);
    const { stdout } = await execute(
      inAirflow('python'),
      [join(root, 'tests', 'airflow', 'read_dag.py'), join(folder, 'airflow_dag.py')],
      { env: { ...environment(), AIRFLOW_HOME: folder }, maxBuffer: 1 << 26 }
    );
    const { seconds } = JSON.parse(stdout.trim().split('\n').at(-1));
    return line('airflow.parse', `Airflow reads a DAG of ${TASKS} nodes`, seconds * 1000, 1000);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function refresh() {
  const { script } = await bundle('bench/airflow-page.mjs', { target: 'web' });
  const browser = await chromium.launch({
    executablePath: (await findChromium()) ?? undefined,
    args: chromiumFlags
  });
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><div id="main"></div>');
    await page.addScriptTag({ content: await readFile(script, 'utf8'), type: 'module' });
    await page.waitForFunction('window.airflow');
    const times = await page.evaluate(
      ([tasks, rounds]) => window.airflow.refreshes(tasks, rounds),
      [TASKS, ROUNDS]
    );
    const what = `The panel takes an answer on ${TASKS} tasks and draws it (median of ${ROUNDS - 1})`;
    return line('airflow.refresh', what, median(times.slice(1)), 50);
  } finally {
    await browser.close();
  }
}

async function overhead() {
  const { stdout } = await execute(inVenv('python'), [join(root, 'bench', 'node_overhead.py')], {
    env: environment(),
    maxBuffer: 1 << 26
  });
  const found = JSON.parse(stdout.trim().split('\n').at(-1));
  const more = found.command - found.local;
  return {
    id: 'node.overhead',
    what: `A node that does nothing by the node command, more than by LocalDagRunner (${round(found.local * 1000)} ms), against importing TFX`,
    value: round(more * 1000),
    unit: 'ms more',
    against: round(found.import * 1000),
    ratio: round(more / found.import),
    goal: '≤ 1 × importing TFX',
    met: more <= found.import
  };
}

/** A part of TFX's representation of a pipeline: a chain. */
function pipeline() {
  const nodes = Array.from({ length: TASKS }, (_, i) => ({
    pipelineNode: {
      nodeInfo: { id: `Transform_${i}`, type: { name: 'tfx.components.transform.Transform' } },
      upstreamNodes: i === 0 ? [] : [`Transform_${i - 1}`]
    }
  }));
  return { pipelineInfo: { id: 'chain' }, nodes };
}

function line(id, what, value, limit) {
  return {
    id,
    what,
    value: round(value),
    unit: 'ms',
    against: limit,
    ratio: round(value / limit),
    goal: `≤ ${limit} ms`,
    met: value <= limit
  };
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = value => Math.round(value * 100) / 100;
