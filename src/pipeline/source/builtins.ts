/** Python's own functions that pass components and channels on. */
import { foldCall } from './folding';
import { listOf } from './value-operations';
import type { IArgumentValue, Value } from './values';
import { textOf, UNKNOWN } from './values';

/** `str(x)`, `dict(a=b)`, and what goes through a list; null for others. */
export function callBuiltin(name: string, args: readonly IArgumentValue[]): Value | null {
  if (!/^(str|dict|list|tuple|enumerate|reversed)$/.test(name)) {
    return null;
  }
  const values = args.map(arg => arg.value);
  const [first] = values;
  switch (name) {
    case 'str':
      return foldCall('str', values.map(textOf));
    case 'dict': {
      const entries = new Map<string, Value>();
      args.forEach((arg, i) => {
        const value = values[i];
        if (arg.name !== null) {
          entries.set(arg.name, value);
        } else if (value.kind === 'map') {
          value.entries.forEach((entry, key) => entries.set(key, entry));
        }
      });
      return { kind: 'map', entries };
    }
    case 'enumerate':
      return first?.kind === 'list'
        ? { kind: 'list', items: first.items.map(item => listOf([UNKNOWN, item])) }
        : UNKNOWN;
    case 'reversed':
      return first?.kind === 'list' ? listOf([...first.items].reverse()) : UNKNOWN;
    default:
      return first?.kind === 'list' ? listOf([...first.items]) : UNKNOWN;
  }
}
