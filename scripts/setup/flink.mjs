/** Beam's Flink job server, with all of Flink: jars of Maven Central, in `.cache`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { cacheDir, root } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';
import { SetupError } from './steps.mjs';

const pom = 'scripts/flink/pom.xml';

/** Where the jars are. */
export const flinkJars = () => cacheDir('flink', 'jars');

/** The step that gets them; Java and Maven are the machine's. */
export const flink = {
  title: 'Flink',
  async run(shell) {
    const wanted = digest([pom]);
    if (!isStamped('flink', wanted) || readdirSync(flinkJars()).length === 0) {
      removeStamp('flink');
      needs('java', 'Java 17');
      needs('mvn', 'Maven');
      await shell.run(
        [
          ...['mvn', '--batch-mode', '--quiet', '--file', join(root, pom)],
          ...['dependency:copy-dependencies', '-DincludeScope=runtime'],
          `-DoutputDirectory=${flinkJars()}`
        ],
        { advice: 'Is Maven Central reachable, and is there 1 GB of free disk?' }
      );
      writeStamp('flink', wanted);
    }
    return `${readdirSync(flinkJars()).length} jars, as in ${pom}`;
  }
};

function needs(program, name) {
  const found = (process.env.PATH ?? '').split(':').some(each => existsSync(join(each, program)));
  if (!found) {
    throw new SetupError(`There is no ${program}.`, `Install ${name}, and try again.`);
  }
}
