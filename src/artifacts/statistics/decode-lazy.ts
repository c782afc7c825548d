/** Features and crosses that are read when something of them is looked at. */
import { merge } from '@bufbuild/protobuf';

import { decodeMessage } from '../../proto/decode-message';
import {
  CrossFeatureStatisticsSchema,
  FeatureNameStatisticsSchema
} from '../../proto/generated/statistics_pb';
import { decodeCross } from './decode-cross';
import { decodeFeature, statisticsType } from './decode-feature';
import { figuresOf, readFigures } from './decode-figures';
import type { IFeaturePlace, Pieces } from './decode-places';
import type { ICrossStatistics, IFeatureStatistics } from './statistics';

type Whole = Pick<
  IFeatureStatistics,
  'common' | 'numeric' | 'string' | 'bytes' | 'custom' | 'derivedBy' | 'problem'
>;

/** A feature whose histograms and values are read with the first look at them. */
export function lazyFeature({ head, pieces }: IFeaturePlace): IFeatureStatistics {
  const { path, type } = head;
  const name = path.join('.');
  const whole = whileHeld(() => wholeFeature(pieces, name));
  const figures = once(() => (pieces.length === 1 ? wireFigures(pieces[0]) : figuresOf(whole())));
  return {
    name,
    path,
    type: statisticsType(type),
    get figures() {
      return figures();
    },
    get common() {
      return whole().common;
    },
    get numeric() {
      return whole().numeric;
    },
    get string() {
      return whole().string;
    },
    get bytes() {
      return whole().bytes;
    },
    get custom() {
      return whole().custom;
    },
    get derivedBy() {
      return whole().derivedBy;
    },
    get problem() {
      return whole().problem;
    }
  };
}

/** Statistics of two features together. Damaged ones are left out. */
export function readCrosses(crosses: readonly Pieces[]): readonly ICrossStatistics[] {
  return crosses.flatMap(pieces => {
    try {
      const [first, ...rest] = pieces.map(piece =>
        decodeMessage(CrossFeatureStatisticsSchema, piece, 'A cross of two features')
      );
      rest.forEach(message => void merge(CrossFeatureStatisticsSchema, first, message));
      return [decodeCross(first)];
    } catch {
      return [];
    }
  });
}

/** A function that is called at most once. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A function that makes a thing anew when nobody had it for a while: ten thousand features are more than memory. */
function whileHeld<T extends object>(make: () => T): () => T {
  let known: WeakRef<T> | null = null;
  return () => {
    let made = known?.deref();
    if (!made) {
      made = make();
      known = new WeakRef(made);
    }
    return made;
  };
}

function wholeFeature(pieces: Pieces, name: string): Whole {
  try {
    const [first, ...rest] = pieces.map(piece =>
      decodeMessage(FeatureNameStatisticsSchema, piece, name || 'A feature')
    );
    rest.forEach(message => void merge(FeatureNameStatisticsSchema, first, message));
    return decodeFeature(first);
  } catch (error) {
    const none = { common: null, numeric: null, string: null, bytes: null, derivedBy: null };
    const problem = error instanceof Error ? error.message : String(error);
    return { ...none, custom: [], problem };
  }
}

function wireFigures(piece: Uint8Array): IFeatureStatistics['figures'] {
  try {
    return readFigures(piece);
  } catch {
    // The whole says what is the matter.
    return readFigures(new Uint8Array(0));
  }
}
