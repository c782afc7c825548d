/** IPython's additions to Python, blanked out so that what is left is Python on the same lines. */

/** A code cell after its magics were passed over. */
export interface IPlainCell {
  /** Python text; every line stands where it stood in the cell. */
  readonly python: string;
  /** `%%writefile`: the path as written, and whether it appends. */
  readonly writesFile: { readonly path: string; readonly append: boolean } | null;
  /** The body is not Python (`%%bash`, `%%html`, `%%writefile` …). */
  readonly opaque: boolean;
}

/** Cell magics whose body is Python that runs in the notebook's namespace. */
const PYTHON_CELL_MAGICS = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'memit',
  'mprun',
  'python',
  'skip_for_export'
]);

/** Line magics that run the Python behind them, with their options. */
const PYTHON_LINE_MAGIC = /^%(?:time|timeit|prun|memit)(?:\s+-\w+(?:\s+\d+)?)*\s+(?=\S)/;

/** Reads the magics of a cell. */
export function passOverMagics(source: string): IPlainCell {
  const cell = /^\s*%%(\w+)([^\n]*)/.exec(source);
  if (cell) {
    const [head, name, rest] = cell;
    const body = source.slice(head.length);
    if (name === 'writefile' || name === 'file') {
      return { python: blank(source), writesFile: writtenFile(rest), opaque: true };
    }
    if (!PYTHON_CELL_MAGICS.has(name)) {
      return { python: blank(source), writesFile: null, opaque: true };
    }
    return { python: blankLines(blank(head) + body), writesFile: null, opaque: false };
  }
  return { python: blankLines(source), writesFile: null, opaque: false };
}

function writtenFile(rest: string): IPlainCell['writesFile'] {
  const words = rest
    .trim()
    .split(/\s+/)
    .filter(word => word !== '');
  const append = words.some(word => word === '-a' || word === '--append');
  const path = words
    .filter(word => !word.startsWith('-'))
    .join(' ')
    .replace(/^(['"])(.*)\1$/, '$2');
  return path === '' ? null : { path, append };
}

/** Spaces for all but line ends. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/**
 * Blanks line magics, shell lines and help requests; `x = !ls` keeps `x = 0`. What `%time` runs stays, moved to where
 * the magic began.
 */
function blankLines(source: string): string {
  if (!/[%!?]/.test(source)) {
    return source;
  }
  const lines = source.split('\n');
  const fresh = freshLines(lines);
  return lines
    .map((line, index) => {
      if (!fresh[index]) {
        return line;
      }
      const start = line.trimStart();
      const timed = PYTHON_LINE_MAGIC.exec(start)?.[0];
      if (timed) {
        const indent = line.length - start.length;
        return line.slice(0, indent) + start.slice(timed.length) + blank(timed);
      }
      if (/^[%!?]/.test(start) || /^[\w.]+\?\??\s*$/.test(start)) {
        // A block must not be left empty.
        return start.length < line.length ? `${blank(line.slice(0, -start.length))}0` : blank(line);
      }
      const assigned = /^(\s*[\w., ]+=\s*)([!%][^=].*)$/.exec(line);
      if (!assigned) {
        return line;
      }
      const [, target, magic] = assigned;
      const run = PYTHON_LINE_MAGIC.exec(magic)?.[0];
      return run
        ? target + blank(run) + magic.slice(run.length)
        : target + '0' + blank(magic.slice(1));
    })
    .join('\n');
}

/** For each line, whether a statement may begin there: outside of strings, brackets and continued lines. */
function freshLines(lines: readonly string[]): boolean[] {
  const scan = new BracketScan();
  return lines.map(line => {
    const fresh = scan.isFresh;
    scan.line(fresh && /^\s*[%!?]/.test(line) ? '' : line);
    return fresh;
  });
}

/** Follows strings and brackets through a text, line by line. */
export class BracketScan {
  /** Outside of every bracket, string and continuation. */
  get isFresh(): boolean {
    return this._open.length === 0 && this._quote === null && !this._continued;
  }

  /** Line (from 1) and character of the innermost open bracket or string; null where there is none. */
  get unclosed(): { readonly line: number; readonly text: string } | null {
    return this._quote !== null
      ? { line: this._quoteLine, text: this._quote }
      : (this._open.at(-1) ?? null);
  }

  /** Take the next line in. */
  line(text: string): void {
    this._line++;
    this._continued = false;
    for (let i = 0; i < text.length; i++) {
      if (this._quote !== null) {
        if (text[i] === '\\') {
          i++;
        } else if (text.startsWith(this._quote, i)) {
          i += this._quote.length - 1;
          this._quote = null;
        }
        continue;
      }
      const char = text[i];
      if (char === '#') {
        break;
      } else if (char === '"' || char === "'") {
        this._quote = text.startsWith(char.repeat(3), i) ? char.repeat(3) : char;
        this._quoteLine = this._line;
        i += this._quote.length - 1;
      } else if ('([{'.includes(char)) {
        this._open.push({ line: this._line, text: char });
      } else if (')]}'.includes(char)) {
        this._open.pop();
      } else if (char === '\\' && i === text.length - 1) {
        this._continued = true;
      }
    }
    if (this._quote?.length === 1) {
      this._quote = null; // A string in single quotes ends with its line.
    }
  }

  private _line = 0;
  private _continued = false;
  private _quote: string | null = null;
  private _quoteLine = 0;
  private readonly _open: { line: number; text: string }[] = [];
}
