/** Beam's job servers, each with all of its engine: jars of Maven Central, in `.cache`. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { findJava } from './java.mjs';
import { cache, cacheDir, root } from './paths.mjs';
import { digest, isStamped, removeStamp, writeStamp } from './stamp.mjs';

const listOf = name => join(cacheDir(name), 'class-path.txt');

/** The jars of a job server, as Java takes them. */
export const classPath = name => readFileSync(listOf(name), 'utf8').trim();

/** The step that gets those of `scripts/engine/<name>.pom.xml`. */
export function jars(name, title) {
  const pom = `scripts/engine/${name}.pom.xml`;
  const list = listOf(name);
  return {
    title,
    async run(shell) {
      const wanted = digest([pom]);
      const isThere = () => existsSync(list) && classPath(name).split(delimiter).every(existsSync);
      if (!isStamped(name, wanted) || !isThere()) {
        removeStamp(name);
        await shell.run(
          [
            ...['mvn', '--batch-mode', '--quiet', '--file', join(root, pom)],
            ...['dependency:build-classpath', '-DincludeScope=runtime'],
            ...[`-Dmdep.outputFile=${list}`, `-Dmaven.repo.local=${join(cache, 'maven')}`]
          ],
          {
            env: { JAVA_HOME: findJava().home },
            advice: 'Is Maven Central reachable, and is there 1 GB of free disk?'
          }
        );
        writeStamp(name, wanted);
      }
      return `${classPath(name).split(delimiter).length} jars, as in ${pom}`;
    }
  };
}
