/** Finds and reads the SavedModels of an artifact. */
import type { ArtifactFile } from '../../protocol';
import { decodeMessage } from '../../proto/decode-message';
import { SavedMetadataSchema } from '../../proto/generated/keras_metadata_pb';
import { SavedModelSchema } from '../../proto/generated/saved_model_pb';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { decodeCheckpoint } from './decode-checkpoint';
import { decodeGraph } from './decode-graph';
import { decodeKeras } from './decode-keras';
import type { ISavedModelFolder } from './saved-model';

const GRAPHS = 'saved_model.pb';
/** Bytes of a file that is read, at most: constants may be in the graph, and make it as long as they like. */
const MOST = 1 << 28;
/** SavedModels that are read, at most. */
const MOST_MODELS = 8;

/** Folders with a SavedModel, the one for serving first. */
export function savedModelFolders(files: readonly ArtifactFile[]): readonly string[] {
  return files
    .filter(({ path }) => path === GRAPHS || path.endsWith(`/${GRAPHS}`))
    .map(({ path }) => path.slice(0, -GRAPHS.length).replace(/\/$/, ''))
    .sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1))
    .slice(0, MOST_MODELS);
}

function order(folder: string): number {
  return /^(Format-Serving|serving_model_dir)/.test(folder) ? 0 : 1;
}

/** Reads a SavedModel, as far as it goes: what cannot be read is a sentence in it. */
export async function decodeSavedModel(
  source: IArtifactSource,
  folder: string,
  signal: AbortSignal
): Promise<ISavedModelFolder> {
  const start = folder === '' ? '' : `${folder}/`;
  const files = source.document.files.filter(({ path }) => path.startsWith(start));
  const problems: string[] = [];
  const read = async <T>(
    name: string,
    decode: (bytes: Uint8Array, path: string) => T
  ): Promise<T | null> => {
    const file = files.find(({ path }) => path === `${start}${name}`);
    if (!file) {
      return null;
    }
    try {
      if (file.size > MOST) {
        throw new Error(
          `${file.path} is ${Math.round(file.size / 1e6)} MB long, and is not read: so long a file would slow the browser down.`
        );
      }
      const bytes = await source.read(file.path);
      throwIfAborted(signal);
      return decode(bytes, file.path);
    } catch (error) {
      throwIfAborted(signal);
      problems.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const graphs = await read(GRAPHS, (bytes, path) =>
    decodeMessage(SavedModelSchema, bytes, path).metaGraphs.map(decodeGraph)
  );
  const stored = await read('variables/variables.index', decodeCheckpoint);
  const keras = await read('keras_metadata.pb', (bytes, path) =>
    decodeKeras(decodeMessage(SavedMetadataSchema, bytes, path), path)
  );
  const below = (name: string): readonly ArtifactFile[] =>
    files.filter(({ path }) => path.startsWith(start + name));
  return {
    folder,
    files: files.map(file => ({ ...file, path: file.path.slice(start.length) })),
    size: sum(files),
    graphSize: sum(files.filter(({ path }) => path === start + GRAPHS)),
    variableSize: sum(below('variables/variables.data')),
    assets: below('assets').map(({ path, size }) => ({
      name: path.slice(start.length).replace(/^assets\//, ''),
      size
    })),
    graphs,
    stored,
    keras,
    problems
  };
}

function sum(files: readonly ArtifactFile[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}
