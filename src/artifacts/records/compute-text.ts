/** Values of rows as text: in cells, and for what a filter looks at. */
import type { ImageDescription } from './compute-bytes';
import { describeBytes } from './compute-bytes';
import type { FieldValue } from './field-value';

/** How bytes are shown: `auto` is text where it is text, an image where it is one, else hexadecimal. */
export type BytesMode = 'auto' | 'text' | 'hex';

/** Characters of a text in a cell. */
const CELL_LENGTH = 200;
/** Values of a list in a cell. */
const CELL_VALUES = 5;

/** The first values, as a cell has room for; the empty text for a list without values. */
export function cellText(value: FieldValue, mode: BytesMode = 'auto'): string {
  const { values, count } = value;
  const shown = values.slice(0, CELL_VALUES).map(one => valueText(one, mode, CELL_LENGTH));
  const more = count > shown.length ? ', …' : '';
  const text = value.kind === 'steps' ? shown.map(step => `[${step}]`) : shown;
  const joined = `${text.join(', ')}${more}`;
  return joined.length > CELL_LENGTH ? `${joined.slice(0, CELL_LENGTH)}…` : joined;
}

/**
 * One value of a list.
 *
 * @param most - Characters, at most, of a text or of bytes.
 */
export function valueText(
  value: FieldValue['values'][number],
  mode: BytesMode = 'auto',
  most = Infinity
): string {
  switch (typeof value) {
    case 'string':
      return visible(value.length > most ? `${value.slice(0, most)}…` : value);
    case 'number':
      return floatText(value);
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return value instanceof Uint8Array ? bytesText(value, mode, most) : cellText(value, mode);
  }
}

/** Bytes as text where they are; else in hexadecimal. */
function bytesText(bytes: Uint8Array, mode: BytesMode, most: number): string {
  if (mode === 'text') {
    return visible(cut(new TextDecoder().decode(bytes.subarray(0, most)), bytes.length > most));
  }
  const described = mode === 'hex' ? null : describeBytes(bytes, most);
  switch (described?.kind) {
    case 'text':
      return visible(cut(described.text, described.cut));
    case 'image':
      return imageText(described);
    default:
      return cut(hex(bytes.subarray(0, Math.min(most, 1 << 16) / 2)), bytes.length > most / 2);
  }
}

/** Type and pixels, where the file says how many. */
export function imageText({ type, width, height }: ImageDescription): string {
  return width > 0 ? `${type} ${width} × ${height}` : type;
}

function cut(text: string, isCut: boolean): string {
  return isCut ? `${text}…` : text;
}

/** Bytes as pairs of digits, in groups of four. */
export function hex(bytes: Uint8Array): string {
  const pairs = Array.from(bytes, byte => byte.toString(16).padStart(2, '0'));
  const groups: string[] = [];
  for (let at = 0; at < pairs.length; at += 4) {
    groups.push(pairs.slice(at, at + 4).join(''));
  }
  return groups.join(' ');
}

/** The shortest number that is this float: files hold floats of 32 bits, where 17.1 is 17.100000381. */
export function floatText(value: number): string {
  if (Math.fround(value) !== value || (Number.isInteger(value) && Math.abs(value) < 1e15)) {
    return String(value);
  }
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) {
      return String(short);
    }
  }
  return String(Number(value.toPrecision(9)));
}

/** Characters that nobody sees, as their pictures: a null is ␀. Line breaks and tabs stay. */
export function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, character =>
    String.fromCharCode(0x2400 + character.charCodeAt(0))
  );
}
