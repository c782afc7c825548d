/** Paths that the notebook's constants tell: `os.path` and `pathlib`, for strings that are known. */
import type { Value } from './values';
import { UNKNOWN } from './values';

/** Parts as `os.path.join` puts them together. */
export function join(parts: readonly string[]): string {
  return parts.reduce((path, part) => {
    if (part.startsWith('/') || path === '' || path === '.') {
      return part === '' ? path : part;
    }
    return path.endsWith('/') ? path + part : `${path}/${part}`;
  }, '');
}

function dirname(path: string): string {
  const at = path.lastIndexOf('/');
  return at < 0 ? '' : at === 0 ? '/' : path.slice(0, at);
}

const text = (value: string): Value => ({ kind: 'string', value });
const file = (value: string): Value => ({ kind: 'file', value });

/** An attribute of a `pathlib.Path`. */
export function foldFile(path: string, name: string): Value {
  switch (name) {
    case 'parent':
      return file(dirname(path) || '.');
    case 'name':
      return text(path.slice(path.lastIndexOf('/') + 1));
    default:
      return UNKNOWN;
  }
}

/**
 * What a call with these texts gives. The working directory is `.`, the notebook's own folder: so relative and
 * absolute forms of a path are not told apart.
 */
export function foldCall(path: string, args: readonly (string | null)[]): Value {
  if (path === 'os.getcwd') {
    return text('.');
  }
  if (/^pathlib\.Path\.cwd$/.test(path)) {
    return file('.');
  }
  if (args.length === 0 || args.some(arg => arg === null)) {
    return UNKNOWN;
  }
  const known = args as readonly string[];
  switch (path) {
    case 'os.path.join':
      return text(join(known));
    case 'os.path.abspath':
    case 'os.path.realpath':
    case 'os.path.normpath':
    case 'os.path.expanduser':
    case 'os.fspath':
    case 'str':
      return text(known[0]);
    case 'os.path.dirname':
      return text(dirname(known[0]));
    case 'os.path.basename':
      return text(known[0].slice(known[0].lastIndexOf('/') + 1));
    case 'pathlib.Path':
    case 'pathlib.PurePath':
    case 'pathlib.Path.joinpath':
      return file(join(known));
    case 'pathlib.Path.resolve':
    case 'pathlib.Path.absolute':
    case 'pathlib.Path.expanduser':
      return file(known[0]);
    case 'pathlib.Path.as_posix':
      return text(known[0]);
    default:
      return UNKNOWN;
  }
}
