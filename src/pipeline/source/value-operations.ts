/** What members, items and operators of known values give. */
import { foldFile, join } from './folding';
import { isContextClass } from './tfx-names';
import type { Value } from './values';
import { channelsOf, MAX_ITEMS, MAX_TEXT, textOf, UNKNOWN } from './values';

/** Something imported, by its dotted path. */
export function pathValue(path: string): Value {
  return isContextClass(path)
    ? { kind: 'context-class' }
    : { kind: 'path', path, members: new Map() };
}

/** `object.name`. */
export function attributeOf(object: Value, name: string): Value {
  switch (object.kind) {
    case 'path': {
      let member = object.members.get(name);
      if (!member) {
        member = pathValue(`${object.path}.${name}`);
        object.members.set(name, member);
      }
      return member;
    }
    case 'node':
      if (name === 'outputs') {
        object.node.used = true;
        return { kind: 'outputs', node: object.node };
      }
      return name === 'component' ? object : UNKNOWN;
    case 'outputs':
      return { kind: 'channels', channels: [{ producer: object.node, output: name }] };
    case 'channels':
      return object;
    case 'file':
      return foldFile(object.value, name);
    default:
      return UNKNOWN;
  }
}

/** `object[key]`; a key of null is one that is not known. `keyText` tells the index of a list. */
export function itemOf(object: Value, key: Value | null, keyText = ''): Value {
  const text = key === null ? null : textOf(key);
  switch (object.kind) {
    case 'outputs':
      return { kind: 'channels', channels: [{ producer: object.node, output: text }] };
    case 'channels':
      return object;
    case 'list':
      return (/^-?\d{1,9}$/.test(keyText) ? object.items.at(Number(keyText)) : null) ?? UNKNOWN;
    case 'map':
      return (text === null ? undefined : object.entries.get(text)) ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
}

/** `left operator right`. */
export function binaryOf(operator: string, left: Value, right: Value): Value {
  const a = textOf(left);
  const b = textOf(right);
  if (a !== null && b !== null && a.length + b.length > MAX_TEXT) {
    return UNKNOWN;
  }
  if (a !== null && b !== null && operator === '+') {
    return { kind: 'string', value: a + b };
  }
  if (
    a !== null &&
    b !== null &&
    operator === '/' &&
    (left.kind === 'file' || right.kind === 'file')
  ) {
    return { kind: 'file', value: join([a, b]) };
  }
  if (left.kind === 'list' && right.kind === 'list') {
    return { kind: 'list', items: [...left.items, ...right.items].slice(0, MAX_ITEMS) };
  }
  const channels = [...channelsOf(left), ...channelsOf(right)];
  return channels.length > 0 ? { kind: 'channels', channels } : UNKNOWN;
}

/** A list of values. */
export function listOf(items: Value[]): Value {
  return { kind: 'list', items };
}

/** A method of a dictionary; null for one of which nothing is known. */
export function mapMethod(
  entries: ReadonlyMap<string, Value>,
  name: string,
  args: readonly Value[]
): Value | null {
  switch (name) {
    case 'get': {
      const key = args[0] && textOf(args[0]);
      return (key ? entries.get(key) : undefined) ?? args[1] ?? UNKNOWN;
    }
    case 'values':
      return listOf([...entries.values()]);
    case 'items':
      return listOf(
        [...entries].map(([key, value]) => listOf([{ kind: 'string', value: key }, value]))
      );
    default:
      return null;
  }
}
