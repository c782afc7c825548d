/** Strings of protobuf's text format: what stands between quotes, and the bytes that it means. */

const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '?': 63,
  '\\': 92,
  "'": 39,
  '"': 34
};

const ESCAPE =
  /\\(?:([abfnrtv?\\'"])|([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/y;

const encoder = new TextEncoder();

/**
 * The bytes that a string means.
 *
 * @param quoted - The string with its quotes.
 * @param fail - Called with a sentence where an escape means nothing.
 */
export function readEscapes(quoted: string, fail: (reason: string) => never): Uint8Array {
  const text = quoted.slice(1, -1);
  if (!text.includes('\\')) {
    return encoder.encode(text);
  }
  // An escape is never shorter than what it means in UTF-8, and a character has three bytes at most per code unit.
  const bytes = new Uint8Array(text.length * 3);
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const escape = text.indexOf('\\', at);
    const plain = text.slice(at, escape < 0 ? text.length : escape);
    length += encoder.encodeInto(plain, bytes.subarray(length)).written;
    if (escape < 0) {
      break;
    }
    ESCAPE.lastIndex = escape;
    const match = ESCAPE.exec(text);
    if (!match) {
      return fail(`the escape "${text.slice(escape, escape + 2)}" is none, or has too few digits.`);
    }
    at = ESCAPE.lastIndex;
    const [whole, simple, octal, hex, short, long] = match;
    if (simple) {
      bytes[length++] = SIMPLE[simple];
    } else if (octal || hex) {
      const byte = octal ? parseInt(octal, 8) : parseInt(hex, 16);
      if (byte > 255) {
        return fail(`the escape "${whole}" is no byte.`);
      }
      bytes[length++] = byte;
    } else {
      const point = parseInt(short ?? long, 16);
      if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
        return fail(`the escape "${whole}" is no character.`);
      }
      length += encoder.encodeInto(String.fromCodePoint(point), bytes.subarray(length)).written;
    }
  }
  return bytes.slice(0, length);
}

/** How Python writes characters that a string cannot have as they are. */
const WRITTEN: Readonly<Record<string, string>> = {
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '"': '\\"',
  "'": "\\'",
  '\\': '\\\\'
};

/** Characters in quotes. Those beyond ASCII stay as they are; control characters become octal escapes. */
export function quoteText(text: string): string {
  const escape = (character: string) => (character > '\x7f' ? character : escaped(character));
  return `"${text.replace(/[\p{Cc}"'\\]/gu, escape)}"`;
}

/** Bytes in quotes: ASCII as it is, the rest as octal escapes. */
export function quoteBytes(bytes: Uint8Array): string {
  return `"${Array.from(bytes, byte => escaped(String.fromCharCode(byte))).join('')}"`;
}

function escaped(character: string): string {
  const plain = character >= ' ' && character <= '~';
  const octal = character.charCodeAt(0).toString(8).padStart(3, '0');
  return WRITTEN[character] ?? (plain ? character : `\\${octal}`);
}
