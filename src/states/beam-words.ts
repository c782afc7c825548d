/** Beam runners in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { BeamChoice, BeamRun } from '../protocol';

/** Name of a runner. */
export function runnerWord(runner: BeamChoice['runner'], trans: TranslationBundle): string {
  switch (runner) {
    case 'direct':
      return trans.__('Direct');
    case 'prism':
      return trans.__('Prism');
    case 'flink':
      return trans.__('Flink');
    case 'spark':
      return trans.__('Spark');
    case 'dataflow':
      return trans.__('Dataflow');
  }
}

/** A choice in a few words: `Flink at localhost:8099`. */
export function choiceWords(choice: BeamChoice, trans: TranslationBundle): string {
  const { runner, options } = choice;
  const name = runnerWord(runner, trans);
  switch (runner) {
    case 'direct':
      return trans.__('%1, %2', name, modeWords(options.mode, options.workers, trans));
    case 'prism':
      return name;
    case 'flink':
    case 'spark':
      return trans.__('%1 at %2', name, options.endpoint || options.master || '…');
    case 'dataflow':
      return trans.__('%1, %2 in %3', name, options.project || '…', options.region || '…');
  }
}

/** Where a run's Beam jobs ran, and who said so. */
export function beamRunWords(run: BeamRun, trans: TranslationBundle): string {
  switch (run.origin) {
    case 'none':
      return trans.__('in the kernel: %1', runnerWord('direct', trans));
    case 'choice':
      return run.choice
        ? trans.__('%1, as chosen here', choiceWords(run.choice, trans))
        : trans.__('as chosen here');
    case 'cell':
      return trans.__('%1, as its cell says', argumentWords(run.arguments, trans));
    case 'context':
      return trans.__('%1, as the context says', argumentWords(run.arguments, trans));
  }
}

function modeWords(
  mode: string | undefined,
  workers: string | undefined,
  trans: TranslationBundle
): string {
  const count = Number(workers ?? '');
  switch (mode) {
    case 'multi_processing':
      return count > 0
        ? trans._n('%1 process', '%1 processes', count)
        : trans.__('a process for each processor');
    case 'multi_threading':
      return count > 0
        ? trans._n('%1 thread', '%1 threads', count)
        : trans.__('a thread for each processor');
    default:
      return trans.__('in the kernel’s memory');
  }
}

/** The runner that arguments name, with the address that they lead to. */
function argumentWords(given: readonly string[], trans: TranslationBundle): string {
  const value = (name: string): string | undefined => {
    const at = given.findIndex(each => each === `--${name}` || each.startsWith(`--${name}=`));
    return at < 0
      ? undefined
      : given[at].includes('=')
        ? given[at].split('=', 2)[1]
        : given.at(at + 1);
  };
  const runner = value('runner')?.split('.').at(-1) ?? runnerWord('direct', trans);
  const place = ['job_endpoint', 'flink_master', 'spark_master_url', 'project']
    .map(value)
    .find(Boolean);
  return place === undefined ? runner : trans.__('%1 at %2', runner, place);
}
