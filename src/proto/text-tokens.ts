/** The tokens of protobuf's text format. */
import { readEscapes } from './text-escapes';

/** Why a text cannot be read, in a sentence that starts with the place. */
export class TextFormatError extends Error {
  constructor(
    reason: string,
    /** From 1. */
    readonly line: number,
    /** From 1. */
    readonly column: number
  ) {
    super(`Line ${line}, column ${column}: ${reason}`);
    this.name = 'TextFormatError';
  }
}

/** A piece of text; `start` and `end` are offsets into it. */
export interface IToken {
  readonly kind: 'name' | 'number' | 'string' | 'symbol' | 'end';
  readonly start: number;
  readonly end: number;
  /** As it stands there, a string with its quotes. */
  readonly text: string;
}

/** A number, sign apart: hexadecimal, or decimal digits that only their use tells to be octal or a float. */
const NUMBER = /^(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[fF]?)$/;
/** No number needs more characters: the longest double has 1,077 digits. */
const LONGEST_NUMBER = 1100;
const SYMBOLS = '{}<>[]:,;.-/%';

/** Reads tokens one after the other, looking one ahead. Comments and white space are passed over. */
export class Tokens {
  constructor(readonly text: string) {
    this._next = this._read(text.charCodeAt(0) === 0xfeff ? 1 : 0);
  }

  /** The token that comes next. */
  get next(): IToken {
    return this._next;
  }

  /** Where the last token that was taken ends. */
  get lastEnd(): number {
    return this._lastEnd;
  }

  /** Takes the next token. */
  take(): IToken {
    const token = this._next;
    this._lastEnd = token.end;
    this._next = this._read(token.end);
    return token;
  }

  /** Takes the next token where it is this symbol. */
  takeSymbol(symbol: string): boolean {
    const found = this._next.kind === 'symbol' && this._next.text === symbol;
    if (found) {
      this.take();
    }
    return found;
  }

  /** The strings that come next, which mean one: at least one. */
  takeStrings(): readonly IToken[] {
    const strings = [this.take()];
    while (this._next.kind === 'string') {
      strings.push(this.take());
    }
    return strings;
  }

  /** The bytes that strings mean, one after the other. */
  bytesOf(strings: readonly IToken[]): Uint8Array {
    const parts = strings.map(({ text, start }) =>
      readEscapes(text, reason => this.fail(reason, start))
    );
    if (parts.length === 1) {
      return parts[0];
    }
    const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  /** The line and column of an offset, both from 1. */
  place(offset: number): { line: number; column: number } {
    this._lines ??= lineStarts(this.text);
    let line = 0;
    for (let step = 1 << 30; step > 0; step >>= 1) {
      if (this._lines[line + step] <= offset) {
        line += step;
      }
    }
    return { line: line + 1, column: offset - this._lines[line] + 1 };
  }

  /** Gives up, with a sentence about what is at an offset; the next token's without one. */
  fail(reason: string, offset = this._next.start): never {
    const { line, column } = this.place(offset);
    throw new TextFormatError(reason, line, column);
  }

  // Loops over characters, not regular expressions: those run out of stack on megabytes of one token.
  private _read(from: number): IToken {
    const { text } = this;
    const start = skipSpace(text, from);
    if (start >= text.length) {
      return { kind: 'end', start, end: start, text: 'the end' };
    }
    const first = text[start];
    if (SYMBOLS.includes(first) && !(first === '.' && isDigit(text.charCodeAt(start + 1)))) {
      return { kind: 'symbol', start, end: start + 1, text: first };
    }
    if (first === '"' || first === "'") {
      const end = stringEnd(text, start, first);
      return end < 0
        ? this.fail(
            `a string starts here that does not end on its line: a ${first} is missing.`,
            start
          )
        : { kind: 'string', start, end, text: text.slice(start, end) };
    }
    const end = wordEnd(text, start);
    const word = text.slice(start, Math.min(end, start + LONGEST_NUMBER));
    if (first === '.' || isDigit(first.charCodeAt(0))) {
      return NUMBER.test(word) && word.length === end - start
        ? { kind: 'number', start, end, text: word }
        : this.fail(`"${shortened(word)}" is no number.`, start);
    }
    return end > start
      ? { kind: 'name', start, end, text: text.slice(start, end) }
      : this.fail(
          `${JSON.stringify(String.fromCodePoint(text.codePointAt(start) ?? 0))} does not belong here.`,
          start
        );
  }

  private _next: IToken;
  private _lastEnd = 0;
  private _lines: Uint32Array | null = null;
}

/** A piece of someone's text, short enough for a sentence. */
export function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The offsets at which lines start. */
function lineStarts(text: string): Uint32Array {
  let lines = 1;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    lines++;
  }
  const starts = new Uint32Array(lines);
  for (let line = 1; line < lines; line++) {
    starts[line] = text.indexOf('\n', starts[line - 1]) + 1;
  }
  return starts;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 35) {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (code === 32 || (code >= 9 && code <= 13)) {
      at++;
    } else {
      break;
    }
  }
  return at;
}

/** The offset after the closing quote; -1 where the line ends before it. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const character = text[at];
    if (character === quote) {
      return at + 1;
    }
    if (character === '\n') {
      return -1;
    }
    if (character === '\\') {
      at++;
      if (text[at] === '\n') {
        return -1;
      }
    }
  }
  return -1;
}

/** The offset after a name or a number: letters, digits, `_`, in a number also `.`, and signs of exponents. */
function wordEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const number = first === 46 || isDigit(first);
  const hexadecimal = number && /^0[xX]/.test(text.slice(start, start + 2));
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = (code | 32) >= 97 && (code | 32) <= 122;
    const inNumber =
      code === 46 ||
      ((code === 43 || code === 45) && !hexadecimal && (text.charCodeAt(at - 1) | 32) === 101);
    if (!(letter || isDigit(code) || code === 95 || (number && inNumber))) {
      break;
    }
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
