/** Reads a message's binary form. */
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';

import { countParts } from './count-parts';

/** Bytes that are no message of the kind that they should be. */
export class MessageError extends Error {
  constructor(what: string, kind: string, reason: string) {
    super(
      `${what} cannot be read as ${kind}: it is damaged, cut off or something else (${reason}).`
    );
    this.name = 'MessageError';
  }
}

/** Parts that any bytes may hold; they take some twenty megabytes at most. */
const ALWAYS = 150_000;
/**
 * Bytes per part that larger ones must have on average. Statistics have 23, graphs 43; two are enough to make an object
 * of hundreds, so that a file of a few megabytes could fill the browser's memory.
 */
const BYTES_PER_PART = 16;

/**
 * Reads a message; what its descriptor does not know is left out.
 *
 * @param what - What the bytes are, for the sentence: a file's path, or "Record 3 of …".
 * @throws MessageError
 */
export function decodeMessage<Desc extends DescMessage>(
  desc: Desc,
  bytes: Uint8Array,
  what: string
): MessageShape<Desc> {
  const most = Math.max(ALWAYS, bytes.length / BYTES_PER_PART);
  if (bytes.length > 2 * ALWAYS && countParts(desc, bytes, most) >= most) {
    throw new MessageError(what, desc.name, 'nearly all of its parts are empty');
  }
  try {
    return fromBinary(desc, bytes, { readUnknownFields: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MessageError(what, desc.name, reason.slice(0, 200));
  }
}
