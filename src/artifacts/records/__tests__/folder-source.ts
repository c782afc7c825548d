/** An artifact of files on this disk, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import type { ArtifactDocument } from '../../../protocol';
import type { IArtifactSource } from '../../artifact-source';

/** Files by path, as a source whose document names them and carries none. */
export function memorySource(
  files: ReadonlyMap<string, Uint8Array>,
  about: Partial<ArtifactDocument> = {}
): IArtifactSource & { readonly reads: string[] } {
  const reads: string[] = [];
  const bytesOf = (path: string): Uint8Array => {
    const bytes = files.get(path);
    if (!bytes) {
      throw new Error(`${path} is not here.`);
    }
    return bytes;
  };
  return {
    reads,
    document: {
      version: 1,
      id: null,
      type: 'Examples',
      uri: '/artifact',
      name: '',
      state: 'published',
      splits: [],
      properties: {},
      customProperties: {},
      files: [...files].map(([path, { length }]) => ({
        path,
        size: length,
        encoding: null,
        data: null
      })),
      fileCount: files.size,
      truncated: false,
      problem: null,
      ...about
    },
    read: async (path, range) => {
      reads.push(`${path} ${range?.start}-${range?.end}`);
      const bytes = bytesOf(path);
      return range ? bytes.slice(range.start, range.end) : bytes;
    },
    stream: async function* (path) {
      yield bytesOf(path);
    }
  };
}

/** All files below a folder. */
export function folderSource(
  root: string,
  about: Partial<ArtifactDocument> = {}
): ReturnType<typeof memorySource> {
  const files = new Map<string, Uint8Array>();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) {
      const path = join(entry.parentPath, entry.name);
      files.set(relative(root, path), new Uint8Array(readFileSync(path)));
    }
  }
  return memorySource(new Map([...files].sort()), about);
}
