/**
 * Runs a command with the checkout's virtual environment first on PATH, where there is one:
 * `node scripts/with-venv.mjs ruff check .`
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const venv = resolve(fileURLToPath(import.meta.url), '../../.venv');
const [command, ...args] = process.argv.slice(2);
const env = { ...process.env };
if (existsSync(join(venv, 'bin'))) {
  env.VIRTUAL_ENV = venv;
  env.PATH = `${join(venv, 'bin')}${delimiter}${env.PATH}`;
  delete env.PYTHONHOME;
}
const { status, signal, error } = spawnSync(command, args, { stdio: 'inherit', env });
if (error) {
  console.error(`${command} could not be run (${error.message}). 'npm start' sets everything up.`);
}
process.exit(status ?? (signal ? 130 : 1));
