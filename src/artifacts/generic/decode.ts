/** What can be read of any artifact: its properties, its files, and what text they hold. */
import type { ArtifactFile, Properties } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';

/** An artifact of any type. */
export interface IGenericArtifact {
  readonly properties: Properties;
  readonly customProperties: Properties;
  readonly files: readonly ArtifactFile[];
  /** Files below the URI, of which `files` may be the first ones. */
  readonly fileCount: number;
  /** Text of the small files that hold text, by path; JSON is indented. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Bytes of a file that is shown as text, at most. */
const TEXT_SIZE = 64 * 1024;
/** Files that are looked into, at most. */
const TEXT_FILES = 10;

/** Reads an artifact of any type. A file that cannot be read is a file without text. */
export async function decodeGeneric(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IGenericArtifact> {
  const { properties, customProperties, files, fileCount } = source.document;
  const texts = new Map<string, string>();
  for (const { path, size } of files.filter(file => file.size <= TEXT_SIZE).slice(0, TEXT_FILES)) {
    if (signal.aborted || size === 0) {
      continue;
    }
    const text = await source.read(path).then(asText, () => null);
    if (text !== null) {
      texts.set(path, indented(text));
    }
  }
  return { properties, customProperties, files, fileCount, texts };
}

/** null where bytes are no UTF-8 text. */
function asText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) {
    return null;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function indented(text: string): string {
  if (!/^\s*[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
