/** From paths of the kernel and of the source to paths of the Jupyter server. */
import { PathExt } from '@jupyterlab/coreutils';

/**
 * Path below the server's root, for `docmanager:open`: empty for the root itself, null where it is not below it.
 *
 * A kernel begins in its notebook's folder, so that its working directory less the notebook's folder is the root.
 *
 * @param path - Absolute, or relative to the notebook; a `file://` URI too.
 * @param notebook - The notebook's path on the server.
 * @param cwd - The kernel's working directory; null where no kernel tells.
 * @param serverRoot - As the page's configuration has it; it may begin with `~`, and then tells nothing.
 */
export function serverPath(
  path: string,
  notebook: string,
  cwd: string | null,
  serverRoot: string
): string | null {
  const plain = path.replace(/^file:\/\//, '');
  if (plain.includes('://') || plain === '') {
    return null;
  }
  const folder = PathExt.dirname(notebook);
  if (!plain.startsWith('/')) {
    const joined = PathExt.normalize(PathExt.join(folder, plain));
    return joined.startsWith('..') ? null : joined;
  }
  const tail = folder === '' ? '' : `/${folder}`;
  const roots = [
    cwd?.endsWith(tail) ? cwd.slice(0, cwd.length - tail.length) : null,
    serverRoot.startsWith('/') ? serverRoot : null
  ];
  const normal = PathExt.normalize(plain);
  for (const root of roots) {
    if (root !== null && `/${normal.replace(/^\//, '')}/`.startsWith(`${root}/`)) {
      return normal.slice(root.length).replace(/^\//, '');
    }
  }
  return null;
}
