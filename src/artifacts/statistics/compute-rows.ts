/** Rows of the table: a feature each, of all datasets that have it. */
import type { INamedDataset } from './compute-datasets';
import type { IFeatureStatistics, StatisticsType } from './statistics';

/** What a feature's values are, as far as charts and figures go. */
export type FeatureKind = 'numeric' | 'categorical' | 'bytes' | 'struct';

/** A feature. */
export interface IFeatureRow {
  /** Unique. */
  readonly key: string;
  /** Place in the first file that has it. */
  readonly order: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly kind: FeatureKind;
  /** By dataset; null where it has no such feature. */
  readonly features: readonly (IFeatureStatistics | null)[];
}

/** One row per path, in the order of the files. */
export function featureRows(datasets: readonly INamedDataset[]): readonly IFeatureRow[] {
  const rows = new Map<string, IFeatureRow & { features: (IFeatureStatistics | null)[] }>();
  datasets.forEach(({ dataset }, index) => {
    for (const feature of dataset.features) {
      // A dot in a name is no step.
      const key = feature.path.join('\0');
      let row = rows.get(key);
      if (!row) {
        const { name, path, type } = feature;
        const features = datasets.map(() => null);
        row = { key, order: rows.size, name, path, kind: kindOf(type), features };
        rows.set(key, row);
      }
      // A file may name a feature twice; the first one counts.
      row.features[index] ??= feature;
    }
  });
  return [...rows.values()];
}

/** Types of the feature, where datasets disagree; else one. */
export function typesOf({ features }: IFeatureRow): readonly StatisticsType[] {
  return [...new Set(features.flatMap(feature => (feature ? [feature.type] : [])))];
}

function kindOf(type: StatisticsType): FeatureKind {
  switch (type) {
    case 'INT':
    case 'FLOAT':
      return 'numeric';
    case 'BYTES':
      return 'bytes';
    case 'STRUCT':
      return 'struct';
    default:
      return 'categorical';
  }
}
