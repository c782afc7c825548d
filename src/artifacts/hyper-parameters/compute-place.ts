/** Where a value is in its search space. */
import type { HyperValue, SearchSpace } from './hyper-parameters';

/** A value's place. */
export interface IPlace {
  /** From 0, the lowest or first, to 1. */
  readonly share: number;
  /** It is the lowest or highest that it may be: beyond might be better ones. */
  readonly edge: 'low' | 'high' | null;
}

/** null where the space has no order, or the value is not in it. */
export function placeOf(value: HyperValue | undefined, space: SearchSpace | null): IPlace | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    return null;
  }
  if (space?.kind === 'range') {
    const { min, max, step, sampling } = space;
    if (!(min < max) || value < min || value > max) {
      return null;
    }
    const share = (at: number): number => (at - min) / (max - min);
    const logShare = (at: number): number => Math.log(at / min) / Math.log(max / min);
    // The last step may not reach the maximum.
    const last = highest(space);
    const near = sampling === 'linear' && step === null ? 0.01 * (max - min) : 0;
    return {
      share:
        sampling === 'log' && min > 0
          ? logShare(value)
          : sampling === 'reverse_log' && min > 0
            ? 1 - logShare(max + min - value)
            : share(value),
      edge: value <= min + near ? 'low' : value >= last - near ? 'high' : null
    };
  }
  if (space?.kind === 'choice' && space.ordered && space.values.length > 1) {
    const at = space.values.indexOf(value);
    return at < 0
      ? null
      : {
          share: at / (space.values.length - 1),
          edge: at === 0 ? 'low' : at === space.values.length - 1 ? 'high' : null
        };
  }
  return null;
}

function highest(space: SearchSpace & { readonly kind: 'range' }): number {
  const { min, max, step, sampling } = space;
  if (step === null || !(step > 0)) {
    return max;
  }
  if (sampling === 'linear') {
    return min + Math.floor((max - min) / step + 1e-9) * step - 1e-12 * Math.abs(max);
  }
  return sampling === 'log' && step > 1 && min > 0
    ? min * step ** Math.floor(Math.log(max / min) / Math.log(step) + 1e-9)
    : max;
}
