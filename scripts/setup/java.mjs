/** A Java that Flink and Spark run on, and Maven, which gets them. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { SetupError } from './steps.mjs';

/** Releases that they run on: Spark 3.5 has no newer one, and Beam needs no older one. */
const RELEASES = [17, 11, 21];
const SYSTEM = '/usr/lib/jvm';
const ADVICE = 'Install Java 17 (without a window is enough) and Maven, and try again.';

/**
 * A Java of `JAVA_HOME`, else on PATH, else of the system's folder.
 *
 * @returns {{ path: string, home: string, release: number } | null}
 */
export function findJava() {
  const installed = existsSync(SYSTEM) ? readdirSync(SYSTEM).sort() : [];
  const found = [
    ...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin')] : []),
    ...(process.env.PATH ?? '').split(delimiter),
    ...installed.map(name => join(SYSTEM, name, 'bin'))
  ]
    .map(folder => join(folder, 'java'))
    .filter(existsSync);
  for (const path of new Set(found)) {
    const { stderr = '' } = spawnSync(path, ['-XshowSettings:properties', '-version'], {
      encoding: 'utf8'
    });
    const release = Number(/java\.specification\.version = (\d+)$/m.exec(stderr ?? '')?.[1]);
    const home = /java\.home = (.*)$/m.exec(stderr ?? '')?.[1];
    if (RELEASES.includes(release) && home) {
      return { path, home, release };
    }
  }
  return null;
}

const hasMaven = () =>
  (process.env.PATH ?? '').split(delimiter).some(each => existsSync(join(each, 'mvn')));

/** The step: both are the system's; where apt may be used, they are installed. */
export const java = {
  title: 'Java',
  async run(shell) {
    if (findJava() === null || !hasMaven()) {
      if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
        throw new SetupError('There is no Java that Flink and Spark run on, or no Maven.', ADVICE);
      }
      const env = { DEBIAN_FRONTEND: 'noninteractive' };
      const apt = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends'];
      await shell.run(['apt-get', 'update', '-qq'], { env, advice: ADVICE });
      if (findJava() === null) {
        await shell.run([...apt, 'openjdk-17-jre-headless'], { env, advice: ADVICE });
      }
      await shell.run([...apt, 'maven'], { env, advice: ADVICE });
    }
    const found = findJava();
    if (found === null) {
      throw new SetupError('The Java that was installed cannot be run.', ADVICE);
    }
    return `Java ${found.release}, ${found.path}`;
  }
};
