/**
 * Where datasets and features are in the bytes of a statistics file, without reading them: a file may hold 10,000
 * features with histograms, of which a page shows 20.
 */
import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';

import { MessageError } from '../../proto/decode-message';

/** A dataset, found. */
export interface IDatasetPlace {
  readonly name: string;
  readonly numExamples: number;
  readonly weightedNumExamples: number;
  readonly features: readonly IFeaturePlace[];
  readonly crosses: readonly Pieces[];
}

/** A feature, found. */
export interface IFeaturePlace {
  readonly head: IFeatureHead;
  readonly pieces: Pieces;
}

/** Bytes of messages that are merged: one, or several of a file that was written in parts. */
export type Pieces = readonly Uint8Array[];

/** Which feature it is. */
export interface IFeatureHead {
  readonly path: readonly string[];
  /** The number of TFDV's enumeration. */
  readonly type: number;
}

/** Datasets, features and crosses that any bytes may hold. */
const ALWAYS = 20_000;
/** Bytes that each must have on average in larger ones: two are enough to make an object of a thousand. */
const BYTES_PER_PART = 24;

/** Takes a field's value from the reader; false where it is no field that it wants. */
export type TakeField = (no: number, wire: WireType, reader: BinaryReader) => boolean;

/** Walks a message's fields; those that are not taken are skipped. */
export function walkFields(bytes: Uint8Array, take: TakeField): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [no, wire] = reader.tag();
    if (!take(no, wire, reader)) {
      reader.skip(wire, no);
    }
  }
}

/**
 * The datasets of a DatasetFeatureStatisticsList.
 *
 * @param what - What the bytes are, for the sentence.
 * @throws MessageError where the bytes are none.
 */
export function findDatasets(bytes: Uint8Array, what: string): readonly IDatasetPlace[] {
  const places: IDatasetPlace[] = [];
  const most = Math.max(ALWAYS, bytes.length / BYTES_PER_PART);
  let parts = 0;
  try {
    walkFields(bytes, (no, wire, reader) => {
      if (no !== 1 || wire !== WireType.LengthDelimited) {
        return false;
      }
      const place = dataset(reader.bytes(), most);
      parts += 1 + place.features.length + place.crosses.length;
      checkParts(parts, most);
      places.push(place);
      // Splits and slices: far fewer than features.
      checkParts(places.length, ALWAYS);
      return true;
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MessageError(what, 'DatasetFeatureStatisticsList', reason.slice(0, 200));
  }
  return places;
}

function checkParts(parts: number, most: number): void {
  if (parts > most) {
    throw new Error('nearly all of its parts are empty');
  }
}

function dataset(bytes: Uint8Array, most: number): IDatasetPlace {
  const place = { name: '', numExamples: 0, weightedNumExamples: 0 };
  const features: IFeaturePlace[] = [];
  const crosses: Pieces[] = [];
  walkFields(bytes, (no, wire, reader) => {
    if (wire === WireType.LengthDelimited && no === 3) {
      const feature = reader.bytes();
      features.push({ head: featureHead(feature), pieces: [feature] });
    } else if (wire === WireType.LengthDelimited && no === 5) {
      crosses.push([reader.bytes()]);
    } else if (wire === WireType.LengthDelimited && no === 1) {
      place.name = reader.string();
    } else if (wire === WireType.Varint && no === 2) {
      place.numExamples = Number(reader.uint64());
    } else if (wire === WireType.Bit64 && no === 4) {
      place.weightedNumExamples = reader.double();
    } else {
      return false;
    }
    checkParts(features.length + crosses.length, most);
    return true;
  });
  return { ...place, features, crosses };
}

/** Path and type of a FeatureNameStatistics. */
function featureHead(bytes: Uint8Array): IFeatureHead {
  let path: string[] | null = null;
  let type = 0;
  walkFields(bytes, (no, wire, reader) => {
    if (wire === WireType.LengthDelimited && no === 1) {
      path = [reader.string()];
    } else if (wire === WireType.LengthDelimited && no === 8) {
      path = steps(reader.bytes());
    } else if (wire === WireType.Varint && no === 2) {
      type = reader.int32();
    } else {
      return false;
    }
    return true;
  });
  return { path: path ?? [''], type };
}

function steps(bytes: Uint8Array): string[] {
  const path: string[] = [];
  walkFields(bytes, (no, wire, reader) => {
    if (no !== 1 || wire !== WireType.LengthDelimited) {
      return false;
    }
    path.push(reader.string());
    return true;
  });
  return path;
}
