/** An artifact's files by split, in all the layouts that TFX has had. */
import type { ArtifactDocument, ArtifactFile } from '../protocol';
import { throwIfAborted } from './decode-abort';

/** The files of a split. */
export interface ISplitFiles {
  /** Empty where the artifact has no splits; of a `SplitPair-` folder, what stands after that. */
  readonly split: string;
  readonly files: readonly ArtifactFile[];
}

/**
 * The files of each split, in the order of the artifact's property, and then in that of the files. A split's folder is
 * `Split-<name>`, `SplitPair-<name>_<name>`, or just `<name>` (TFX before 0.29); without splits the files are at the top.
 *
 * @param name - What a file's own name must match. A file that is opened by itself may have any name.
 */
export function filesBySplit(document: ArtifactDocument, name: RegExp): readonly ISplitFiles[] {
  const bySplit = new Map<string, ArtifactFile[]>(document.splits.map(split => [split, []]));
  for (const file of document.files) {
    const parts = file.path.split('/');
    const alone = document.files.length === 1 && parts.length === 1;
    if (parts.length <= 2 && (alone || name.test(parts[parts.length - 1]))) {
      const split = parts.length === 1 ? '' : parts[0].replace(/^Split(?:Pair)?-/, '');
      const files = bySplit.get(split);
      if (files) {
        files.push(file);
      } else {
        bySplit.set(split, [file]);
      }
    }
  }
  return [...bySplit]
    .filter(([, files]) => files.length > 0)
    .map(([split, files]) => ({ split, files }));
}

/** What was read of each split, and a sentence for each that could not be. */
export interface ISplits<T> {
  readonly splits: readonly T[];
  /** Sentences, each for a split that is missing. */
  readonly problems: readonly string[];
}

/**
 * Reads split by split.
 *
 * @throws the first split's error where none can be read, and an Error with a sentence where there is none.
 */
export async function readSplits<T>(
  document: ArtifactDocument,
  name: RegExp,
  read: (split: ISplitFiles) => Promise<T>,
  signal: AbortSignal
): Promise<ISplits<T>> {
  const found = filesBySplit(document, name);
  if (found.length === 0) {
    throw new Error(document.problem ?? 'This artifact has no files that can be shown.');
  }
  const splits: T[] = [];
  const problems: string[] = [];
  for (const each of found) {
    try {
      splits.push(await read(each));
    } catch (error) {
      throwIfAborted(signal);
      problems.push(error instanceof Error ? error.message : String(error));
    }
    throwIfAborted(signal);
  }
  if (splits.length === 0) {
    throw new Error(problems[0]);
  }
  return { splits, problems };
}
