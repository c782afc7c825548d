/**
 * A vocabulary of TensorFlow Transform: a term per line, or per record of a gzip TFRecord file; the term's number is its
 * place, from 0. Where `store_frequency` is on, a line is `<count> <term>`, the most frequent first, after reserved terms
 * with a count of -1; spaces in terms are then `__SPACE__` (`tensorflow_transform/tf_utils.py`).
 */
import { decompress } from '../../proto/gunzip';
import { tfRecordBatches } from '../../proto/tfrecord';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';

/** A term. */
export interface ITerm {
  /** What the transform puts in its place. */
  readonly index: number;
  readonly text: string;
  /** null where the file has none, and for reserved terms. A weight, where the vocabulary was weighted. */
  readonly count: number | null;
}

/** A vocabulary, as far as it was read. */
export interface IVocabulary {
  readonly terms: readonly ITerm[];
  readonly hasCounts: boolean;
  /** Why there are no more terms, in a sentence; null where these are all. */
  readonly cut: string | null;
}

/** Terms, and bytes of a file, at most. */
const MOST = 1_000_000;
const MOST_BYTES = 1 << 25;
/** Bytes of one term. */
const MOST_LINE = 1 << 20;
/** Lines by which it is told whether there are counts. */
const LOOKED_AT = 1000;

const COUNTED = /^(-1|\d+(?:\.\d+)?(?:e[+-]?\d+)?) (.*)$/s;
const NEWLINE = 10;

/** Reads a vocabulary; a damaged one as far as it goes. */
export async function decodeVocabulary(
  source: IArtifactSource,
  path: string,
  signal: AbortSignal
): Promise<IVocabulary> {
  const size = source.document.files.find(file => file.path === path)?.size ?? 0;
  const lines: string[] = [];
  let cut: string | null = null;
  try {
    for await (const line of linesOf(source, path, size, signal)) {
      if (lines.length >= MOST) {
        cut = `Only the first ${MOST.toLocaleString('en')} terms are shown.`;
        break;
      }
      lines.push(line);
    }
  } catch (error) {
    throwIfAborted(signal);
    if (lines.length === 0) {
      throw error;
    }
    cut = error instanceof Error ? error.message : String(error);
  }
  throwIfAborted(signal);
  return { ...termsOf(lines), cut };
}

async function* linesOf(
  source: IArtifactSource,
  path: string,
  size: number,
  signal: AbortSignal
): AsyncGenerator<string> {
  let read = 0;
  let raw = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream(path, signal)) {
      throwIfAborted(signal);
      raw += chunk.length;
      yield chunk;
    }
  };
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of decompress(counted())) {
      read += chunk.length;
      yield chunk;
      if (read > MOST_BYTES) {
        throw new Error(`Only the first ${MOST_BYTES >> 20} MB are shown.`);
      }
    }
  };
  yield* path.endsWith('.gz') ? records(chunks()) : textLines(chunks());
  if (raw < size) {
    throw new Error('Only the beginning is here: open the artifact from the TFX panel to see all.');
  }
}

async function* records(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const batch of tfRecordBatches(chunks)) {
    yield* batch.map(record => decoder.decode(record));
  }
}

/** Lines of UTF-8 text; the last one may have no end. */
async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = new Uint8Array(0);
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      rest = joined(rest, chunk);
      if (rest.length > MOST_LINE) {
        throw new Error(`A line has more than ${MOST_LINE >> 20} MB: this is no vocabulary.`);
      }
      continue;
    }
    yield* decoder.decode(joined(rest, chunk.subarray(0, end))).split('\n');
    rest = chunk.slice(end + 1);
  }
  if (rest.length > 0) {
    yield decoder.decode(rest);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** With counts where every line begins with one, and they do not rise. */
function termsOf(lines: readonly string[]): Pick<IVocabulary, 'terms' | 'hasCounts'> {
  let before = Infinity;
  const hasCounts =
    lines.length > 0 &&
    lines.slice(0, LOOKED_AT).every(line => {
      const count = Number(COUNTED.exec(line)?.[1] ?? NaN);
      const falls = count <= before;
      before = count === -1 && before === Infinity ? before : count;
      return falls;
    });
  return {
    hasCounts,
    terms: lines.map((line, index) => {
      const match = hasCounts ? COUNTED.exec(line) : null;
      return match
        ? {
            index,
            text: match[2].replaceAll('__SPACE__', ' '),
            count: match[1] === '-1' ? null : Number(match[1])
          }
        : { index, text: line, count: null };
    })
  };
}
