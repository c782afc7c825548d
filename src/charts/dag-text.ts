/** How wide a text is, and what of it fits, without a page to measure it on. */

const NARROW = new Set("fijlrtI.,:;'|!()[]{} ");
const WIDE = new Set('mwMWGOQ@%—');

/**
 * Width of a text in a proportional sans-serif font, estimated; a little too much rather than too little.
 *
 * @param fontSize - In pixels.
 * @returns Pixels.
 */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) {
    if (NARROW.has(character)) {
      ems += 0.36;
    } else if (WIDE.has(character)) {
      ems += 0.86;
    } else if (character.charCodeAt(0) > 0x2e7f) {
      ems += 1.05;
    } else {
      ems += character === character.toLowerCase() ? 0.58 : 0.7;
    }
  }
  return ems * fontSize;
}

/**
 * A text as it is, or with its middle replaced by an ellipsis: the end often tells two names apart.
 *
 * @param width - Pixels that it may take.
 */
export function shorten(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) {
    return text;
  }
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept--) {
    const head = Math.ceil(kept * 0.6);
    const short = [
      ...characters.slice(0, head),
      '…',
      ...characters.slice(characters.length - (kept - head))
    ].join('');
    if (textWidth(short, fontSize) <= width) {
      return short;
    }
  }
  return '…';
}
