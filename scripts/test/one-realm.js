/**
 * For Jest: code under test sees the same kind of bytes as Node's own functions make. jsdom has a realm of its own, in
 * which what a TextEncoder gives is no Uint8Array; a browser has one for all.
 */
globalThis.Uint8Array = Object.getPrototypeOf(Buffer);
