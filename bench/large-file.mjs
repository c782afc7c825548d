/** Files of benchmarks that take a while to be made: they are kept. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes a file where it is not there yet.
 *
 * @param {string} file
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {...import('node:stream').Transform} through - What they go through, such as compression.
 * @returns {Promise<number>} Its size in bytes.
 */
export async function writtenOnce(file, chunks, ...through) {
  const there = await stat(file).catch(() => null);
  if (there) {
    return there.size;
  }
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.part`;
  await pipeline(Readable.from(chunks), ...through, createWriteStream(unfinished));
  await rename(unfinished, file);
  return (await stat(file)).size;
}
