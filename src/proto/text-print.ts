/**
 * Writes protobuf's text format, line for line as Python's `text_format.MessageToString(message, as_utf8=True)`, but
 * control characters are escaped.
 */
import type { DescField, DescMessage, Message, MessageShape } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { isReflectMessage, reflect } from '@bufbuild/protobuf/reflect';

import { quoteBytes, quoteText } from './text-escapes';
import type { IUnknownText } from './text-format';

/** What a single value may be. */
type SingleField = Pick<DescField, 'name' | 'enum' | 'scalar'>;

/**
 * Writes a message, fields in the order of their numbers.
 *
 * @param unknown - What the reader kept apart: it is written at the end of the message that it stood in.
 */
export function printText<Desc extends DescMessage>(
  desc: Desc,
  message: MessageShape<Desc>,
  unknown: readonly IUnknownText[] = []
): string {
  const kept = new Map<Message, string[]>();
  for (const { parent, text } of unknown) {
    const texts = kept.get(parent);
    if (texts) {
      texts.push(text);
    } else {
      kept.set(parent, [text]);
    }
  }
  const lines: string[] = [];
  printFields(reflect(desc, message), '', lines, kept);
  return lines.map(line => `${line}\n`).join('');
}

type Kept = ReadonlyMap<Message, readonly string[]>;

function printFields(message: ReflectMessage, indent: string, lines: string[], kept: Kept): void {
  for (const field of message.sortedFields) {
    if (!message.isSet(field)) {
      continue;
    }
    if (field.fieldKind === 'list') {
      for (const item of message.get(field)) {
        printValue(field, item, indent, lines, kept);
      }
    } else if (field.fieldKind === 'map') {
      const key = { name: 'key', scalar: field.mapKey, enum: undefined };
      const value = { name: 'value', scalar: field.scalar, enum: field.enum };
      for (const [name, item] of sorted(message.get(field))) {
        lines.push(`${indent}${field.name} {`);
        printValue(key, name, `${indent}  `, lines, kept);
        printValue(value, item, `${indent}  `, lines, kept);
        lines.push(`${indent}}`);
      }
    } else {
      printValue(field, message.get(field), indent, lines, kept);
    }
  }
  for (const text of kept.get(message.message) ?? []) {
    lines.push(indent + text);
  }
}

function printValue(
  field: SingleField,
  value: unknown,
  indent: string,
  lines: string[],
  kept: Kept
): void {
  if (isReflectMessage(value)) {
    lines.push(`${indent}${field.name} {`);
    printFields(value, `${indent}  `, lines, kept);
    lines.push(`${indent}}`);
  } else {
    lines.push(`${indent}${field.name}: ${single(field, value)}`);
  }
}

function single(field: SingleField, value: unknown): string {
  if (value instanceof Uint8Array) {
    return quoteBytes(value);
  }
  if (typeof value === 'string') {
    return quoteText(value);
  }
  if (typeof value !== 'number') {
    return String(value);
  }
  if (field.enum) {
    return field.enum.value[value]?.name ?? String(value);
  }
  switch (field.scalar) {
    case ScalarType.DOUBLE:
      return asPython(value);
    case ScalarType.FLOAT:
      return asPython(shortest(value));
    default:
      return String(value);
  }
}

/** The number with the fewest digits, six at least, that is the same as a 32-bit float. */
function shortest(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) {
      return value === 0 ? value : rounded;
    }
  }
  return Number(value.toPrecision(9));
}

/** As Python writes a float: an exponent below 0.0001 and from 1e16 on, and always a point else. */
function asPython(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf';
  }
  const [mantissa, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  if (value !== 0 && (power < -4 || power >= 16)) {
    const digits = String(Math.abs(power)).padStart(2, '0');
    return `${mantissa}e${power < 0 ? '-' : '+'}${digits}`;
  }
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** A map's entries in the order of their keys, as Python sorts them. */
function sorted(entries: Iterable<readonly [unknown, unknown]>): (readonly [unknown, unknown])[] {
  return [...entries].sort(([a], [b]) => compare(a, b));
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(a) - Number(b);
}
