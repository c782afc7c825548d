/** Reads what the kernel side keeps of an evaluation, with no kernel: `jupyterlab_tfx/kernel/predictions.py`. */
import type { ArtifactClient } from './artifact-client';
import { ServerFailure } from './request';

/** `CACHE` in `jupyterlab_tfx.kernel.evaluated`. */
const FOLDER = 'jupyterlab-tfx';
/** `INDEX` in `jupyterlab_tfx.kernel.predictions`. */
const INDEX = 'predictions.json';
/** Bytes of a file that are asked for at once: the server's configuration limits an answer. */
const PART = 8 * 1024 * 1024;
const NOT_FOUND = 404;

/** A file that is kept, and whole. */
export interface IKeptFile {
  /** Below the evaluation's URI. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** Names of the files: Arrow, JSON, bytes, Arrow. */
const FILES = ['predictions', 'model', 'weights', 'inputs'] as const;

/** What is kept of an evaluation; null where something is not. */
export type Kept = Readonly<Record<(typeof FILES)[number], IKeptFile | null>> & {
  /** Why there is no model for the browser, in a sentence. */
  readonly modelProblem: string | null;
};

/** The files that the index of an evaluation names; none where there is no index that can be read. */
export async function keptFiles(client: ArtifactClient, evaluation: string): Promise<Kept> {
  try {
    const bytes = await client.read(evaluation, `${FOLDER}/${INDEX}`);
    return decodeIndex(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof ServerFailure && error.status === NOT_FOUND)
    ) {
      return decodeIndex(null);
    }
    throw error;
  }
}

function decodeIndex(value: unknown): Kept {
  const entries = new Map<string, unknown>(
    value !== null && typeof value === 'object' ? Object.entries(value) : []
  );
  const [predictions, model, weights, inputs] = FILES.map(name => keptFile(entries.get(name)));
  const problem = entries.get('modelProblem');
  const modelProblem = typeof problem === 'string' ? problem : null;
  return { predictions, model, weights, inputs, modelProblem };
}

/** Decodes one entry of the index. */
function keptFile(entry: unknown): IKeptFile | null {
  return typeof entry === 'object' &&
    entry !== null &&
    'file' in entry &&
    'size' in entry &&
    typeof entry.file === 'string' &&
    typeof entry.size === 'number'
    ? { path: `${FOLDER}/${entry.file}`, size: entry.size }
    : null;
}

/**
 * A file in one piece, read by ranges.
 *
 * @param onBytes - Told how many there are so far.
 * @throws one that is named `AbortError` after the signal; ServerFailure with the server's sentence.
 */
export async function readKept(
  client: ArtifactClient,
  evaluation: string,
  { path, size }: IKeptFile,
  onBytes: (bytes: number) => void,
  signal: AbortSignal
): Promise<ArrayBuffer> {
  const whole = new Uint8Array(size);
  for (let start = 0; start < size;) {
    if (signal.aborted) {
      throw new DOMException('The predictions are read no more.', 'AbortError');
    }
    onBytes(start);
    const end = Math.min(size, start + PART);
    const part = await client.read(evaluation, path, { start, end });
    if (part.length !== end - start) {
      throw new Error('The predictions on the disk are not whole: make them again.');
    }
    whole.set(part, start);
    start = end;
  }
  onBytes(size);
  return whole.buffer;
}
