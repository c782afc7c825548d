/** The few figures by which features are sorted and flagged, from a feature's bytes: its histograms are passed over. */
import type { BinaryReader } from '@bufbuild/protobuf/wire';
import { WireType } from '@bufbuild/protobuf/wire';

import { walkFields } from './decode-places';
import type { IFeatureStatistics, IFigures } from './statistics';

type Figures = { -readonly [Name in keyof IFigures]: number };

/** NaN: it has no such figure. */
const none: IFigures = {
  numNonMissing: NaN,
  numMissing: NaN,
  totNumValues: NaN,
  minNumValues: NaN,
  maxNumValues: NaN,
  numZeros: NaN,
  numNaN: NaN,
  min: NaN,
  max: NaN,
  unique: NaN
};

/** Figures of a FeatureNameStatistics. */
export function readFigures(bytes: Uint8Array): IFigures {
  let figures: Figures = { ...none };
  walkFields(bytes, (no, wire, reader) => {
    const read = wire === WireType.LengthDelimited && readers.get(no);
    if (!read) {
      return false;
    }
    figures = { ...none };
    read(reader.bytes(), figures);
    return true;
  });
  return figures;
}

/** The same figures, of a feature that was read. */
export function figuresOf(
  feature: Pick<IFeatureStatistics, 'common' | 'numeric' | 'string' | 'bytes'>
): IFigures {
  const { common, numeric, string, bytes } = feature;
  return {
    numNonMissing: common?.numNonMissing ?? NaN,
    numMissing: common?.numMissing ?? NaN,
    totNumValues: common?.totNumValues ?? NaN,
    minNumValues: common?.minNumValues ?? NaN,
    maxNumValues: common?.maxNumValues ?? NaN,
    numZeros: numeric?.numZeros ?? NaN,
    numNaN: numeric
      ? numeric.histograms.reduce((most, each) => Math.max(most, each.numNaN), 0)
      : NaN,
    min: numeric?.min ?? NaN,
    max: numeric?.max ?? NaN,
    unique: string?.unique ?? bytes?.unique ?? NaN
  };
}

type Read = (bytes: Uint8Array, into: Figures) => void;

/** By the number of the field that the statistics of a type are in. */
const readers = new Map<number, Read>([
  [3, numeric],
  [4, unique],
  [5, unique],
  [7, struct]
]);

function numeric(bytes: Uint8Array, into: Figures): void {
  Object.assign(into, { numZeros: 0, numNaN: 0, min: 0, max: 0 });
  walkFields(bytes, (no, wire, reader) => {
    if (wire === WireType.Bit64 && no === 5) {
      into.min = reader.double();
    } else if (wire === WireType.Bit64 && no === 7) {
      into.max = reader.double();
    } else if (wire === WireType.Varint && no === 4) {
      into.numZeros = Number(reader.uint64());
    } else if (wire === WireType.LengthDelimited && no === 8) {
      into.numNaN = Math.max(into.numNaN, numNaN(reader.bytes()));
    } else {
      return common(no, wire, reader, into);
    }
    return true;
  });
}

function unique(bytes: Uint8Array, into: Figures): void {
  into.unique = 0;
  walkFields(bytes, (no, wire, reader) => {
    if (wire === WireType.Varint && no === 2) {
      into.unique = Number(reader.uint64());
      return true;
    }
    return common(no, wire, reader, into);
  });
}

function struct(bytes: Uint8Array, into: Figures): void {
  walkFields(bytes, (no, wire, reader) => common(no, wire, reader, into));
}

/** CommonStatistics is the first field of each. */
function common(no: number, wire: WireType, reader: BinaryReader, into: Figures): boolean {
  if (no !== 1 || wire !== WireType.LengthDelimited) {
    return false;
  }
  counts.forEach(name => (into[name] = 0));
  walkFields(reader.bytes(), (inner, innerWire, values) => {
    const name = innerWire === WireType.Varint && counts.get(inner);
    if (!name) {
      return false;
    }
    into[name] = Number(values.uint64());
    return true;
  });
  return true;
}

const counts = new Map<number, keyof IFigures>([
  [1, 'numNonMissing'],
  [2, 'numMissing'],
  [3, 'minNumValues'],
  [4, 'maxNumValues'],
  [8, 'totNumValues']
]);

function numNaN(histogram: Uint8Array): number {
  let count = 0;
  walkFields(histogram, (no, wire, reader) => {
    if (no !== 1 || wire !== WireType.Varint) {
      return false;
    }
    count = Number(reader.uint64());
    return true;
  });
  return count;
}
