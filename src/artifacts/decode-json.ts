/** JSON as Python writes it, and looking into what nobody has looked at yet. */

/** An object of JSON. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const TEXTS_AND_NUMBERS = /"[^"\\]*(?:\\[^][^"\\]*)*"|\bNaN\b|-?\bInfinity\b/g;
/** Lists and objects that any text may hold: some forty megabytes. */
const ALWAYS = 500_000;
/** Characters that each must have on average in longer ones: three are enough to make an object of fifty bytes. */
const CHARACTERS_PER_PART = 8;

/** Stands for NaN while the rest is parsed: no text in a file is likely to be it. */
const NAN = '\u0000jp-tfx NaN';

/**
 * Parses what `json.dumps` of Python wrote: with `NaN` and `Infinity`, which JSON does not have.
 *
 * @param what - What it is, for the sentence: a file's path.
 * @throws an Error with a sentence.
 */
export function parsePythonJson(text: string, what: string): unknown {
  if (openings(text) > Math.max(ALWAYS, text.length / CHARACTERS_PER_PART)) {
    throw new Error(
      `${what} cannot be read as JSON: nearly all of its lists and objects are empty.`
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    // Once more, below.
  }
  try {
    const json = text.replace(TEXTS_AND_NUMBERS, token =>
      token.startsWith('"')
        ? token
        : token === 'NaN'
          ? JSON.stringify(NAN)
          : token.replace('Infinity', '1e999')
    );
    return JSON.parse(json, (_key, value: unknown) => (value === NAN ? NaN : value));
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new Error(
      `${what} cannot be read as JSON: it is damaged, cut off or something else (${reason.slice(0, 200)}).`
    );
  }
}

/** Brackets and braces that are opened, also those in texts. */
function openings(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) {
      count++;
    }
  }
  return count;
}

/** Whether a value is an object, and neither a list nor null. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is a text; null where it is none. */
export function textIn(record: JsonRecord, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' ? value : null;
}

/** A member that is a number; null where it is none. */
export function numberIn(record: JsonRecord, key: string): number | null {
  const value = record[key];
  return typeof value === 'number' ? value : null;
}

/** A member that is a list; empty where it is none. */
export function listIn(record: JsonRecord, key: string): readonly unknown[] {
  const value: unknown = record[key];
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The text of a small file. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
