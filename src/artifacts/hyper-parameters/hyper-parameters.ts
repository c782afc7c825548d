/** Hyperparameters, as read. */

/** One of a hyperparameter's values. Objects and lists, which KerasTuner does not make, are their JSON. */
export type HyperValue = number | string | boolean | null;

/** What a hyperparameter may be; null where the file does not say. */
export type SearchSpace =
  | {
      readonly kind: 'range';
      readonly whole: boolean;
      readonly min: number;
      readonly max: number;
      readonly step: number | null;
      readonly sampling: 'linear' | 'log' | 'reverse_log';
    }
  | { readonly kind: 'choice'; readonly values: readonly HyperValue[]; readonly ordered: boolean }
  | { readonly kind: 'fixed' };

/** A hyperparameter. */
export interface IHyperParameter {
  readonly name: string;
  /** The best trial's; undefined where it had none, as its conditions were not met. */
  readonly value: HyperValue | undefined;
  readonly space: SearchSpace | null;
  /** undefined where the file does not say. */
  readonly initial: HyperValue | undefined;
  /** All of them must hold for it to count. */
  readonly conditions: readonly { readonly name: string; readonly values: readonly HyperValue[] }[];
}

/** What hyperparameters of tuners for themselves start with, such as Hyperband's `tuner/epochs`. */
export const TUNERS_OWN = 'tuner/';

/** A value in few characters. */
export function hyperText(value: HyperValue | undefined): string {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return Number.isInteger(value) || size >= 1e-4 || !Number.isFinite(value)
      ? String(Number(value.toPrecision(6)))
      : value.toExponential(4).replace(/\.?0+e/, 'e');
  }
  return value === undefined ? '–' : String(value);
}
