/** An artifact of a document: from the bytes that it carries, and for the rest from the server. */
import { gunzip } from '../proto/gunzip';
import type { ArtifactDocument, ArtifactFile } from '../protocol';
import type { IArtifactRemote, IArtifactSource, IByteRange } from './artifact-source';

/** Bytes that a document's data may become, at most: a document has a quarter of a megabyte. */
const MOST = 1 << 26;

/** The bytes are neither in the document nor to be had. */
export class NotHereError extends Error {
  constructor(path: string) {
    super(
      `${path} is not in this output, and no server can be asked for it here. Run the cell again, or open the artifact from the TFX panel.`
    );
    this.name = 'NotHereError';
  }
}

/** Reads what the document carries first: it is the artifact as it was when the cell ran. */
export class DocumentSource implements IArtifactSource {
  /** @param _remote - null where there is no server that has the files. */
  constructor(
    readonly document: ArtifactDocument,
    private readonly _remote: IArtifactRemote | null
  ) {}

  async read(path: string, range?: IByteRange): Promise<Uint8Array> {
    const file = this._file(path);
    const carried = file && (await this._carried(file));
    const end = range?.end ?? file?.size ?? Infinity;
    if (file && carried && (carried.length >= file.size || carried.length >= end)) {
      return range ? carried.slice(range.start, range.end) : carried;
    }
    if (this._remote === null) {
      throw new NotHereError(path);
    }
    return this._remote.read(this.document.uri, path, range);
  }

  async *stream(path: string, signal?: AbortSignal): AsyncGenerator<Uint8Array, void, undefined> {
    const file = this._file(path);
    const carried = file && (await this._carried(file));
    if (file && carried && carried.length >= file.size) {
      yield carried;
      return;
    }
    if (this._remote) {
      yield* this._remote.stream(this.document.uri, path, signal);
      return;
    }
    if (!carried) {
      throw new NotHereError(path);
    }
    // The start is better than nothing; who reads it tells where it ends.
    yield carried;
  }

  private _file(path: string): ArtifactFile | undefined {
    return this.document.files.find(file => file.path === path);
  }

  private async _carried({ data, encoding, path }: ArtifactFile): Promise<Uint8Array | null> {
    if (data === null || encoding === null) {
      return null;
    }
    let bytes: Uint8Array;
    try {
      bytes = Uint8Array.from(atob(data), character => character.charCodeAt(0));
    } catch {
      throw new Error(`${path} is damaged in this output: it is not base64. Run the cell again.`);
    }
    return encoding === 'base64' ? bytes : inflated(bytes, path);
  }
}

async function inflated(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  for await (const piece of gunzip(whole())) {
    length += piece.length;
    if (length > MOST) {
      throw new Error(
        `${path} grows beyond ${MOST >> 20} MB when it is unpacked, and is not shown.`
      );
    }
    pieces.push(piece);
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
