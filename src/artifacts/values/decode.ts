/** TFX's value artifacts: one file with one value (`tfx/types/standard_artifacts.py`, `value_artifact.py`). */
import type { IArtifactSource } from '../artifact-source';
import type { ValueKind } from './value-types';
import { valueKind } from './value-types';

/** A value. */
export type Value =
  /** None in Python: the file is empty, and a property says so. */
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** As it is written: Python's integers have no bounds. */
  | { readonly kind: 'integer'; readonly text: string }
  /** As it is written, so that no digit is lost; `NaN`, `Infinity` and `-Infinity` too. */
  | { readonly kind: 'float'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly size: number }
  | { readonly kind: 'json'; readonly value: unknown };

/** Bytes of a value that are read, at most. */
const MOST = 1 << 22;

/** @throws an Error with a sentence where the file is not what its type says. */
export async function decodeValue(source: IArtifactSource): Promise<Value> {
  const { type, files, customProperties, problem } = source.document;
  if (Number(customProperties.__is_null__ ?? 0) === 1) {
    return { kind: 'null' };
  }
  if (files.length === 0) {
    throw new Error(
      problem ?? 'The value is not here: nothing was written yet, or it was removed.'
    );
  }
  const [{ path, size }] = files;
  const bytes = await source.read(path, size > MOST ? { start: 0, end: MOST } : undefined);
  return read(valueKind(type), bytes, size);
}

function read(kind: ValueKind, bytes: Uint8Array, size: number): Value {
  const cut = bytes.length < size;
  switch (kind) {
    case 'bytes':
      return { kind, bytes, size };
    case 'string':
      return { kind, text: textOf(bytes, cut), cut };
    case 'json':
      if (cut) {
        return { kind: 'string', text: textOf(bytes, cut), cut };
      }
      return { kind, value: json(textOf(bytes, false)) };
    case 'boolean': {
      const text = textOf(bytes, false).trim();
      if (!/^[+-]?\d+$/.test(text)) {
        throw wrong('a boolean, 1 or 0', text);
      }
      return { kind, value: BigInt(text.replace('+', '')) !== 0n };
    }
    case 'integer': {
      const text = textOf(bytes, false).trim();
      if (!/^[+-]?\d+$/.test(text)) {
        throw wrong('an integer', text);
      }
      return { kind, text };
    }
    case 'float': {
      const text = textOf(bytes, false).trim();
      if (!/^[+-]?(\d+\.?\d*(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?|nan|inf|infinity)$/i.test(text)) {
        throw wrong('a number', text);
      }
      return { kind, text };
    }
  }
}

function wrong(what: string, text: string): Error {
  return new Error(
    text === ''
      ? `The file is empty, and not ${what}: the value was not written to its end.`
      : `The file says “${text.slice(0, 100)}”, which is not ${what}: it was changed, or is of another type.`
  );
}

function textOf(bytes: Uint8Array, cut: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    throw new Error('The file is not text in UTF-8: it is damaged, or of another type.');
  }
}

/** Integers that a number cannot hold are bigints, where the browser tells how they are written. */
function json(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) =>
      typeof value === 'number' &&
      !Number.isSafeInteger(value) &&
      /^-?\d+$/.test(context?.source ?? '')
        ? BigInt(context?.source ?? 0)
        : value
    );
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split('\n');
    throw new Error(
      `The value is not JSON that a browser reads (${reason.slice(0, 200)}); Python writes NaN and Infinity, which JSON does not have.`
    );
  }
}
