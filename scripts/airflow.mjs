/**
 * `npm run airflow`: a real Airflow 3 on this machine, with the penguins deployed, until Ctrl-C.
 *
 * `--home <folder>` keeps its database elsewhere than in .cache; `--port <port>` is else a free one;
 * `--empty` deploys nothing. When it is ready, what is needed to connect is a line of JSON. With
 * `--steered`, lines of the input are `kill <process>` and `start <process>`: for tests of what comes then.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

import { deployPenguins } from './airflow/penguins.mjs';
import { startAirflow } from './airflow/server.mjs';
import { airflowEnvironment } from './setup/airflow.mjs';
import { setUp } from './setup/index.mjs';
import { freePort, onEnd } from './setup/lab.mjs';
import { cache } from './setup/paths.mjs';
import { reportFailure, runSteps } from './setup/steps.mjs';
import { makeVenv, pythonPackages } from './setup/venv.mjs';

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string' },
    empty: { type: 'boolean' },
    steered: { type: 'boolean' }
  }
});

try {
  // Without the penguins nothing of this package is needed.
  await (values.empty
    ? runSteps([makeVenv, pythonPackages, airflowEnvironment])
    : setUp({ airflow: true }));
  const home = resolve(values.home ?? join(cache, 'airflow', 'home'));
  mkdirSync(home, { recursive: true });
  if (!values.empty) {
    console.log('Deploying the penguins …');
    deployPenguins(join(home, 'dags'), join(home, 'penguins'));
  }
  console.log('Starting Airflow …');
  const airflow = await startAirflow({ home, port: Number(values.port ?? (await freePort())) });
  const { url, user, password, dags } = airflow;
  console.log(`Airflow is at ${url}, for ${user} with the password below. Ctrl-C stops it.`);
  console.log(JSON.stringify({ url, user, password, dags }));
  if (values.steered) {
    createInterface({ input: process.stdin }).on('line', line => {
      const [word, part] = line.split(' ');
      (word === 'kill' ? airflow.kill : airflow.start)(part);
    });
  }
  const told = new Promise(end => onEnd(() => end(null)));
  const part = await Promise.race([told, airflow.ended]);
  if (part !== null) {
    console.error(`Airflow's ${part} has ended: see ${join(home, 'logs', `${part}.log`)}.`);
  }
  await airflow.stop();
  process.exit(part === null ? 0 : 1);
} catch (error) {
  process.exit(reportFailure(error));
}
