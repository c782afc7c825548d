/** What decoders read from: an artifact's document, and the bytes of its files. */
import type { ArtifactDocument } from '../protocol';

/** An artifact's files, wherever they are. */
export interface IArtifactSource {
  readonly document: ArtifactDocument;
  /**
   * A whole file, or its bytes from `start` up to, not including, `end`.
   *
   * @param path - As the document has it, or another below the artifact's URI.
   * @throws an Error whose message is a sentence.
   */
  read(path: string, range?: IByteRange): Promise<Uint8Array>;
  /** A file in chunks, from its start; it ends early when the signal aborts. */
  stream(path: string, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** Bytes of a file. */
export interface IByteRange {
  /** The first byte, from 0. */
  readonly start: number;
  /** The byte after the last. */
  readonly end: number;
}

/** Who has the files that a document does not carry. */
export interface IArtifactRemote {
  read(uri: string, path: string, range?: IByteRange): Promise<Uint8Array>;
  stream(uri: string, path: string, signal?: AbortSignal): AsyncIterable<Uint8Array>;
}
