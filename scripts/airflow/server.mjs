/** A real Airflow on the loopback address: its three processes, from the first table to the last process. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync
} from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { inAirflow } from '../setup/airflow.mjs';
import { environment, root } from '../setup/paths.mjs';
import { SetupError } from '../setup/steps.mjs';

const USER = 'admin';
const PARTS = ['scheduler', 'dag-processor', 'api-server'];

/**
 * Starts Airflow with its metadata in SQLite and its tasks as processes of this machine.
 *
 * @param {{ home: string, port: number, env?: Record<string, string> }} options - Folder of the
 *   database, logs and DAGs; the port of the API and the pages.
 * @returns {Promise<Airflow>} when the scheduler and the DAG processor say that they are well.
 * @throws SetupError where one of its processes ends.
 *
 * @typedef {object} Airflow
 * @property {string} url
 * @property {string} user
 * @property {string} password
 * @property {string} dags - The DAGs folder.
 * @property {Promise<string>} ended - The process that ended by itself.
 * @property {(part: string, signal?: string) => void} kill - Ends one of the processes, for tests.
 * @property {(part: string) => void} start - Starts it again.
 * @property {() => Promise<void>} stop - Ends all of them, running tasks too.
 */
export async function startAirflow({ home, port, env = {} }) {
  const url = `http://127.0.0.1:${port}`;
  const dags = join(home, 'dags');
  const logs = join(home, 'logs');
  mkdirSync(dags, { recursive: true });
  mkdirSync(logs, { recursive: true });
  const all = { ...environment(), ...settings(home, port), ...env };
  all.PATH = `${inAirflow('')}:${process.env.PATH}`;
  delete all.VIRTUAL_ENV;

  const run = (name, args) => {
    const log = openSync(join(logs, `${name}.log`), 'a');
    return spawn(inAirflow('airflow'), args, {
      cwd: home,
      env: all,
      stdio: ['ignore', log, log],
      detached: true
    });
  };
  const logOf = name => relative(root, join(logs, `${name}.log`));
  const migrated = await new Promise(done => run('migrate', ['db', 'migrate']).on('exit', done));
  if (migrated !== 0) {
    throw new SetupError('Airflow could not make its database.', `See ${logOf('migrate')}.`);
  }

  const children = new Map();
  let stopping = false;
  let tellEnd;
  const ended = new Promise(resolve => (tellEnd = resolve));
  const start = part => {
    const child = run(part, [part]);
    children.set(part, child);
    child.on('exit', () => {
      if (!stopping && children.get(part) === child) {
        tellEnd(part);
      }
    });
  };
  const kill = (part, signal = 'SIGKILL') => {
    const child = children.get(part);
    children.delete(part);
    process.kill(-child.pid, signal);
  };
  const stop = async () => {
    stopping = true;
    await endAll(
      home,
      [...children.values()].map(({ pid }) => pid)
    );
  };

  PARTS.forEach(start);
  let over = null;
  void ended.then(part => (over = part));
  for (let tries = 0; !(await isWell(url)); tries++) {
    if (over !== null || tries > 240) {
      await stop();
      throw new SetupError(
        over === null ? 'Airflow did not start in two minutes.' : `Airflow's ${over} ended.`,
        `See ${logOf(over ?? 'scheduler')}.`
      );
    }
    await sleep(500);
  }
  return { url, user: USER, password: password(home), dags, ended, kill, start, stop };
}

/** Airflow's settings: nothing but this machine's own, and quick to see a new DAG. */
function settings(home, port) {
  const url = `http://127.0.0.1:${port}`;
  return {
    AIRFLOW_HOME: home,
    AIRFLOW__CORE__DAGS_FOLDER: join(home, 'dags'),
    AIRFLOW__CORE__LOAD_EXAMPLES: 'False',
    AIRFLOW__CORE__EXECUTOR: 'LocalExecutor',
    AIRFLOW__CORE__PARALLELISM: '2',
    AIRFLOW__CORE__EXECUTION_API_SERVER_URL: `${url}/execution/`,
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS: `${USER}:admin`,
    AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE: passwordsFile(home),
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN: `sqlite:///${join(home, 'airflow.db')}`,
    AIRFLOW__API__HOST: '127.0.0.1',
    AIRFLOW__API__PORT: String(port),
    AIRFLOW__API__BASE_URL: url,
    AIRFLOW__API__WORKERS: '1',
    AIRFLOW__API__SECRET_KEY: password(home),
    AIRFLOW__API_AUTH__JWT_SECRET: `${password(home)}${password(home)}`,
    AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL: '2',
    AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL: '2',
    AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC: '1',
    AIRFLOW__USAGE_DATA_COLLECTION__ENABLED: 'False'
  };
}

const passwordsFile = home => join(home, 'passwords.json');

/** The password, made with the folder. */
function password(home) {
  if (!existsSync(passwordsFile(home))) {
    const made = { [USER]: randomBytes(24).toString('hex') };
    writeFileSync(passwordsFile(home), JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(passwordsFile(home), 'utf8'))[USER];
}

async function isWell(url) {
  try {
    const answer = await fetch(`${url}/api/v2/monitor/health`, {
      signal: AbortSignal.timeout(2000)
    });
    const health = await answer.json();
    return ['scheduler', 'dag_processor'].every(part => health[part]?.status === 'healthy');
  } catch {
    return false;
  }
}

/**
 * Ends every process of this Airflow: its own, which are known by their groups, as one that gives
 * itself a title writes over its environment; and those of its tasks, which lead groups of their
 * own, and are known by the AIRFLOW_HOME in their environment.
 */
async function endAll(home, groups) {
  for (let tries = 0; ; tries++) {
    const left = processesOf(home, groups);
    if (left.length === 0) {
      return;
    }
    for (const pid of left) {
      // Asked once; a node says then that it was canceled. What is left after ten seconds is killed.
      if (tries === 0 || tries > 50) {
        signal(pid, tries === 0 ? 'SIGTERM' : 'SIGKILL');
      }
    }
    await sleep(200);
  }
}

function processesOf(home, groups) {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(pid => {
      try {
        return (
          statSync(`/proc/${pid}`).uid === process.getuid() &&
          (groups.includes(groupOf(pid)) ||
            readFileSync(`/proc/${pid}/environ`, 'utf8')
              .split('\0')
              .includes(`AIRFLOW_HOME=${home}`))
        );
      } catch {
        return false; // It has ended.
      }
    })
    .map(Number);
}

/** The group of a process that has not ended; null of one that nobody has waited for yet. */
function groupOf(pid) {
  // After the name, which may hold anything: state, parent, group.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' ? null : Number(group);
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}
