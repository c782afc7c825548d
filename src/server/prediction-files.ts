/** Reads what the kernel side keeps of an evaluation, with no kernel: `jupyterlab_tfx/kernel/predictions.py`. */
import type { ArtifactClient } from './artifact-client';
import { ServerFailure } from './request';

/** `CACHE` in `jupyterlab_tfx.kernel.evaluated`. */
const FOLDER = '.jupyterlab-tfx';
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

/** The predictions of an evaluation; null where there are none, or those that there are were made by another version. */
export async function keptPredictions(
  client: ArtifactClient,
  evaluation: string
): Promise<IKeptFile | null> {
  try {
    const bytes = await client.read(evaluation, `${FOLDER}/${INDEX}`);
    const index: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return index !== null && typeof index === 'object' && 'predictions' in index
      ? keptFile(index.predictions)
      : null;
  } catch (error) {
    if (
      error instanceof SyntaxError ||
      (error instanceof ServerFailure && error.status === NOT_FOUND)
    ) {
      return null;
    }
    throw error;
  }
}

/** Decodes one entry of the index. */
function keptFile(entry: unknown): IKeptFile | null {
  return entry !== null &&
    typeof entry === 'object' &&
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
