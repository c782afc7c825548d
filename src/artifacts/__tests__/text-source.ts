/** An artifact of files that a test writes, and of properties. */
import type { Properties } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { FolderSource } from './folder-source';

/** @param files - Texts and bytes by path. */
export function textSource(
  type: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  customProperties: Properties = {},
  uri = '/r/Component/output/7'
): IArtifactSource {
  const source = new FolderSource(
    'r',
    type,
    new Map(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? new TextEncoder().encode(content) : content
      ])
    )
  );
  return {
    document: { ...source.document, uri, customProperties },
    read: (path, range) => source.read(path, range),
    stream: (path, signal) => source.stream(path, signal)
  };
}
