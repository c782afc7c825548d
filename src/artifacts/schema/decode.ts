/** Reads a Schema artifact. */
import type { Schema } from '../../proto/generated/schema_pb';
import { SchemaSchema } from '../../proto/generated/schema_pb';
import type { IUnknownText } from '../../proto/text-format';
import { parseText } from '../../proto/text-format';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { plainSchema } from './decode-schema';
import type { ISchemaDraft } from './edit';
import type { ISchema } from './schema';

/** A schema's file, read. */
export interface ISchemaFile {
  /** Below the artifact's URI. */
  readonly path: string;
  readonly schema: ISchema;
  /** The same, to change and to write: copy it first (`clone` of the library). */
  readonly message: Schema;
  /** What this version does not know; to be written with the message. */
  readonly unknown: readonly IUnknownText[];
  /** As it stands in the file. */
  readonly text: string;
}

/**
 * The artifact's schema.
 *
 * @throws an Error with a sentence, with line and column where the text is wrong.
 */
export async function decodeSchema(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<ISchemaFile> {
  const { files, problem } = source.document;
  const file = files.find(({ path }) => path.endsWith('schema.pbtxt')) ?? files.at(0);
  if (!file) {
    throw new Error(problem ?? 'There is no schema.pbtxt in this artifact.');
  }
  return readSchema(source, file.path, signal);
}

/** A schema that is one of an artifact's files; see `decodeSchema`. */
export async function readSchema(
  source: IArtifactSource,
  path: string,
  signal: AbortSignal
): Promise<ISchemaFile> {
  const bytes = await source.read(path);
  throwIfAborted(signal);
  const text = new TextDecoder().decode(bytes);
  try {
    const draft = parseSchema(text);
    return { path, schema: plainSchema(draft.message), ...draft, text };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * A schema's text.
 *
 * @throws an Error with a sentence, with line and column where the text is wrong.
 */
export function parseSchema(text: string): ISchemaDraft {
  return parseText(SchemaSchema, text);
}
