/** A tuner's trials as lines through axes. */
import type { IParallelAxis, IParallelData } from '../../charts/parallel-layout';
import type { HyperValue } from '../hyper-parameters/hyper-parameters';
import { TUNERS_OWN, hyperText } from '../hyper-parameters/hyper-parameters';
import type { ITrial, ITunerResults } from './decode';

/** Axes that a page has room for. */
const MOST = 24;
/** Words on an axis, at most; more are no axis. */
const MOST_WORDS = 30;

/**
 * An axis per hyperparameter that differs between trials, and the score at the end. Those that are the same in all
 * trials say nothing.
 */
export function trialAxes({ trials, names }: ITunerResults, score: string): IParallelData {
  const own = (name: string): boolean => name.startsWith(TUNERS_OWN);
  const axes = [...names.filter(name => !own(name)), ...names.filter(own)].flatMap(
    (name): IParallelAxis[] => {
      const axis = axisOf(
        name,
        trials.map(({ values }) => values.get(name))
      );
      return axis ? [axis] : [];
    }
  );
  const scores = axisOf(
    score,
    trials.map(trial => trial.score ?? undefined)
  );
  return {
    axes: [...axes.slice(0, MOST), ...(scores ? [scores] : [])],
    lines: trials.map(trial => ({ id: String(trial.rank), strength: strengthOf(trial, trials) }))
  };
}

/** 1 for the best, towards 0 for the worst. */
function strengthOf({ rank, score }: ITrial, trials: readonly ITrial[]): number {
  return score === null || Number.isNaN(score) || trials.length < 2
    ? 0
    : 1 - (rank - 1) / (trials.length - 1);
}

function axisOf(name: string, values: readonly (HyperValue | undefined)[]): IParallelAxis | null {
  const there = values.filter(value => value !== undefined);
  const distinct = new Set(there);
  if (distinct.size < 2 && there.length === values.length) {
    return null;
  }
  const numbers = there.filter(value => typeof value === 'number');
  if (numbers.length === there.length && numbers.length > 0) {
    const finite = numbers.filter(Number.isFinite);
    const low = Math.min(...finite);
    const high = Math.max(...finite);
    return {
      name,
      kind: 'number',
      log: low > 0 && high / low >= 50,
      values: values.map(value =>
        typeof value === 'number' && Number.isFinite(value) ? value : null
      )
    };
  }
  const words = [...distinct].map(hyperText).sort();
  return words.length > MOST_WORDS
    ? null
    : {
        name,
        kind: 'words',
        words,
        values: values.map(value => (value === undefined ? null : words.indexOf(hyperText(value))))
      };
}
