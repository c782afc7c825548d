/** What is done to a feature, in short: functions of TensorFlow Transform by the scopes that they name. */
import type { IOperation } from './compute-walk';

/** Operations that move values and change none; they are told where there is nothing else. */
const PLUMBING = new Set([
  'Const',
  'ExpandDims',
  'Identity',
  'IdentityN',
  'NoOp',
  'Pack',
  'Placeholder',
  'Reshape',
  'Shape',
  'Squeeze',
  'StridedSlice'
]);
/** Scopes that TensorFlow Transform puts all of `preprocessing_fn` in, with TensorFlow 1. */
const ROOT = /^(?:transform\/)+/;
/** Operations that leave their input as it is. */
const COPIES = new Set(['Const', 'Identity', 'IdentityN', 'NoOp', 'Placeholder']);

/**
 * Steps in the order of the data, each once: the scope of operations that have one (`scale_to_z_score` for
 * `scale_to_z_score_1/sub`), the operation itself where it has none. Empty for a feature that is passed on as it is.
 */
export function stepsOf(operations: readonly IOperation[]): readonly string[] {
  const groups = new Map<string, { label: string; telling: boolean; changes: boolean }>();
  for (const { name: whole, op } of operations) {
    const name = whole.replace(ROOT, '');
    const scope = name.split('/', 1)[0];
    const group = groups.get(scope) ?? {
      label: scope.replace(/_\d+$/, ''),
      telling: false,
      changes: false
    };
    // A step is where it ends: its first operations may only read a shape.
    groups.delete(scope);
    groups.set(scope, group);
    if (name === scope) {
      group.label = op;
    }
    group.telling ||= !PLUMBING.has(op);
    group.changes ||= !COPIES.has(op);
  }
  const all = [...groups.values()];
  const telling = all.filter(group => group.telling);
  const steps = telling.length > 0 ? telling : all.filter(group => group.changes);
  return [...new Set(steps.map(({ label }) => label))];
}

/** Kinds of operations, each with how many there are; constants and copies are none. */
export function operationCounts(
  operations: readonly IOperation[]
): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { op } of operations) {
    if (!COPIES.has(op)) {
      counts.set(op, (counts.get(op) ?? 0) + 1);
    }
  }
  return [...counts];
}
