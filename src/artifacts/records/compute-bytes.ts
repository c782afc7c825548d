/** What bytes are: an image that a browser draws, text, or neither. */

/** Types of images that are drawn. SVG is not one: it is a document, which may load and run things. */
export type ImageType = 'PNG' | 'JPEG' | 'GIF' | 'WebP';

/** An image. */
export interface ImageDescription {
  readonly kind: 'image';
  readonly type: ImageType;
  /** Pixels; 0 where the file does not say. */
  readonly width: number;
  readonly height: number;
}

/** What bytes are. */
export type BytesDescription =
  | ImageDescription
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'binary' };

/** Media types, for blobs. */
export const IMAGE_MEDIA_TYPES: Readonly<Record<ImageType, string>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  WebP: 'image/webp'
};

/** Pixels of an image that is drawn, at most: a small file may have more than the memory. */
export const MOST_PIXELS = 4e7;

/** @param most - Bytes that are looked at for text, at most. */
export function describeBytes(bytes: Uint8Array, most = Infinity): BytesDescription {
  const type = imageType(bytes);
  if (type !== null) {
    const { width, height } = sizeOf(type, bytes);
    return { kind: 'image', type, width, height };
  }
  const cut = bytes.length > most;
  const text = asText(cut ? bytes.subarray(0, most) : bytes, cut);
  return text === null ? { kind: 'binary' } : { kind: 'text', text, cut };
}

/** By the first bytes; null for what is no image that is drawn. */
function imageType(bytes: Uint8Array): ImageType | null {
  if (starts(bytes, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return 'PNG';
  }
  if (starts(bytes, 0, [0xff, 0xd8, 0xff])) {
    return 'JPEG';
  }
  if (starts(bytes, 0, [0x47, 0x49, 0x46, 0x38]) && (bytes[4] === 0x37 || bytes[4] === 0x39)) {
    return 'GIF';
  }
  return starts(bytes, 0, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, 8, [0x57, 0x45, 0x42, 0x50])
    ? 'WebP'
    : null;
}

function starts(bytes: Uint8Array, at: number, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[at + index] === byte);
}

interface ISize {
  readonly width: number;
  readonly height: number;
}

const UNKNOWN: ISize = { width: 0, height: 0 };

function sizeOf(type: ImageType, bytes: Uint8Array): ISize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'PNG':
      return view.byteLength < 24
        ? UNKNOWN
        : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'GIF':
      return view.byteLength < 10
        ? UNKNOWN
        : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'JPEG':
      return jpegSize(view);
    case 'WebP':
      return webpSize(view);
  }
}

/** From the first frame header: markers are passed over by their length. */
function jpegSize(view: DataView): ISize {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame =
      marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return UNKNOWN;
}

/** Of its three forms: lossy, lossless and extended. */
function webpSize(view: DataView): ISize {
  if (view.byteLength < 30) {
    return UNKNOWN;
  }
  switch (view.getUint8(15)) {
    case 0x20:
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff
      };
    case 0x4c: {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 0x58:
      return {
        width: (view.getUint32(24, true) & 0xffffff) + 1,
        height: (view.getUint16(27, true) | (view.getUint8(29) << 16)) + 1
      };
    default:
      return UNKNOWN;
  }
}

/** null where bytes are no UTF-8, or have control characters as binary data has. */
function asText(bytes: Uint8Array, cut: boolean): string | null {
  let text: string;
  try {
    // As a stream, a character that is cut at the end is left out and no error.
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
  let controls = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) {
      controls++;
    }
  }
  return controls * 8 > text.length ? null : text;
}
