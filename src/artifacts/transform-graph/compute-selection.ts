/** Which features go together with one that a person chose. */
import type { ILineage, IMadeFeature } from './lineage';

/** A feature of one side. */
export interface IChosenFeature {
  readonly side: 'raw' | 'made';
  readonly name: string;
}

/** What goes together. */
export interface IRelated {
  /** Names of raw features. */
  readonly raw: ReadonlySet<string>;
  /** Names of transformed features. */
  readonly made: ReadonlySet<string>;
}

/**
 * With a raw feature, those that are made from it. With a transformed one, those that it is made from, and what else is
 * made from them.
 */
export function relatedTo({ features }: ILineage, chosen: IChosenFeature): IRelated {
  const uses = ({ sources }: IMadeFeature, names: ReadonlySet<string>): boolean =>
    sources.some(({ name }) => names.has(name));
  const raw = new Set(
    chosen.side === 'raw'
      ? [chosen.name]
      : features
          .filter(({ name }) => name === chosen.name)
          .flatMap(({ sources }) => sources.map(({ name }) => name))
  );
  const made = features.filter(feature => uses(feature, raw)).map(({ name }) => name);
  return { raw, made: new Set(chosen.side === 'made' ? [chosen.name, ...made] : made) };
}

/** Raw features of which nothing is made, and those of which only the shape is used. */
export function unusedOf({ features, inputs }: ILineage): {
  readonly unused: readonly string[];
  readonly shapeOnly: readonly string[];
} {
  const used = new Map<string, boolean>();
  for (const { sources } of features) {
    for (const { name, shapeOnly } of sources) {
      used.set(name, shapeOnly && (used.get(name) ?? true));
    }
  }
  return {
    unused: inputs.filter(name => !used.has(name)),
    shapeOnly: inputs.filter(name => used.get(name) === true)
  };
}
