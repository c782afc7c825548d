/** Single values of protobuf's text format. */
import type { DescEnum } from '@bufbuild/protobuf';
import { ScalarType } from '@bufbuild/protobuf';

import type { Tokens } from './text-tokens';
import { shortened } from './text-tokens';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** A string in quotes that means what stands there: no escapes, and nothing that may be half a character. */
const PLAIN = /^[^\\\ud800-\udfff]*$/;

/** The bounds of integer types. */
const BOUNDS: Readonly<Partial<Record<ScalarType, readonly [bigint, bigint]>>> = {
  [ScalarType.INT32]: [-(2n ** 31n), 2n ** 31n - 1n],
  [ScalarType.SINT32]: [-(2n ** 31n), 2n ** 31n - 1n],
  [ScalarType.SFIXED32]: [-(2n ** 31n), 2n ** 31n - 1n],
  [ScalarType.UINT32]: [0n, 2n ** 32n - 1n],
  [ScalarType.FIXED32]: [0n, 2n ** 32n - 1n],
  [ScalarType.INT64]: [-(2n ** 63n), 2n ** 63n - 1n],
  [ScalarType.SINT64]: [-(2n ** 63n), 2n ** 63n - 1n],
  [ScalarType.SFIXED64]: [-(2n ** 63n), 2n ** 63n - 1n],
  [ScalarType.UINT64]: [0n, 2n ** 64n - 1n],
  [ScalarType.FIXED64]: [0n, 2n ** 64n - 1n]
};

/** Takes a value of a type: bigint for the 64-bit ones. */
export function takeScalar(tokens: Tokens, type: ScalarType): unknown {
  switch (type) {
    case ScalarType.STRING:
    case ScalarType.BYTES:
      return takeText(tokens, type);
    case ScalarType.BOOL:
      return takeBool(tokens);
    case ScalarType.FLOAT:
      return Math.fround(takeFloat(tokens));
    case ScalarType.DOUBLE:
      return takeFloat(tokens);
    case ScalarType.INT64:
    case ScalarType.SINT64:
    case ScalarType.SFIXED64:
    case ScalarType.UINT64:
    case ScalarType.FIXED64:
      return takeInteger(tokens, type);
    default:
      return Number(takeInteger(tokens, type));
  }
}

/** Takes an enum's value, by name or number; null, with the token taken, where the enum has none such. */
export function takeEnum(tokens: Tokens, desc: DescEnum): number | null {
  if (tokens.next.kind === 'name') {
    const { text } = tokens.take();
    return desc.values.find(value => value.name === text)?.number ?? null;
  }
  const number = Number(takeInteger(tokens, ScalarType.INT32));
  return desc.open || desc.value[number] ? number : null;
}

function takeText(tokens: Tokens, type: ScalarType.STRING | ScalarType.BYTES): string | Uint8Array {
  const { kind, start } = tokens.next;
  if (kind !== 'string') {
    return wanted(tokens, 'a string in quotes');
  }
  const strings = tokens.takeStrings();
  if (type === ScalarType.STRING && strings.length === 1 && PLAIN.test(strings[0].text)) {
    return strings[0].text.slice(1, -1);
  }
  const bytes = tokens.bytesOf(strings);
  if (type === ScalarType.BYTES) {
    return bytes;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return tokens.fail('the string is not UTF-8: its escapes make no characters.', start);
  }
}

function takeBool(tokens: Tokens): boolean {
  const { text } = tokens.next;
  if (['true', 'True', 't', '1'].includes(text)) {
    tokens.take();
    return true;
  }
  if (['false', 'False', 'f', '0'].includes(text)) {
    tokens.take();
    return false;
  }
  return wanted(tokens, 'true or false');
}

function takeFloat(tokens: Tokens): number {
  const sign = tokens.takeSymbol('-') ? -1 : 1;
  const { kind, text } = tokens.next;
  if (kind === 'name' && /^(?:inf|infinity|nan)$/i.test(text)) {
    tokens.take();
    return sign * (/^nan$/i.test(text) ? NaN : Infinity);
  }
  if (kind !== 'number') {
    return wanted(tokens, 'a number');
  }
  tokens.take();
  const octal = /^0[0-7]+$/.test(text);
  const hexadecimal = /^0[xX]/.test(text);
  return (
    sign * Number(octal ? `0o${text.slice(1)}` : hexadecimal ? text : text.replace(/[fF]$/, ''))
  );
}

function takeInteger(tokens: Tokens, type: ScalarType): bigint {
  const { start } = tokens.next;
  const negative = tokens.takeSymbol('-');
  const { kind, text } = tokens.next;
  if (kind !== 'number' || !/^(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(text)) {
    return wanted(tokens, 'a whole number');
  }
  tokens.take();
  const size = BigInt(/^0[0-7]/.test(text) ? `0o${text.slice(1)}` : text);
  const value = negative ? -size : size;
  const [least, most] = BOUNDS[type] ?? [0n, 0n];
  if (value < least || value > most) {
    return tokens.fail(`${shortened(String(value))} is not between ${least} and ${most}.`, start);
  }
  return value;
}

/** Gives up: something else should stand here. */
export function wanted(tokens: Tokens, what: string): never {
  const { kind, text } = tokens.next;
  const found = kind === 'end' ? 'the text ends' : `"${shortened(text)}" is there`;
  return tokens.fail(`${what} should stand here, but ${found}.`);
}
