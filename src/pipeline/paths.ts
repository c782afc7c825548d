/** Paths as people write them and as the kernel knows them. */

/** True where an absolute path and one as written in the notebook may be the same file. */
export function isSamePath(absolute: string, written: string): boolean {
  const clean = written.replace(/^(\.\/)+/, '');
  return clean !== '' && (absolute === clean || absolute.endsWith(`/${clean.replace(/^\//, '')}`));
}
