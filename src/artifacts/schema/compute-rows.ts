/** A schema's features in rows: nested ones below what they are nested in, then sparse and weighted ones. */
import type { IDomain, ISchema, ISchemaFeature, ISparseFeature, IWeightedFeature } from './schema';

/** A row of the table of features. */
export type SchemaRow = {
  /** Names it among the rows. */
  readonly key: string;
  readonly path: readonly string[];
} & (
  | { readonly what: 'feature'; readonly feature: ISchemaFeature }
  | { readonly what: 'sparse'; readonly feature: ISparseFeature }
  | { readonly what: 'weighted'; readonly feature: IWeightedFeature }
);

/** All rows, in the schema's order. */
export function schemaRows(schema: ISchema): readonly SchemaRow[] {
  const rows: SchemaRow[] = [];
  const keys = new Set<string>();
  const key = (what: string, path: readonly string[]): string => {
    let name = JSON.stringify([what, ...path]);
    // Two of one name, which a schema should not have.
    while (keys.has(name)) {
      name += '′';
    }
    keys.add(name);
    return name;
  };
  const sparse = (feature: ISparseFeature): void => {
    const { path } = feature;
    rows.push({ what: 'sparse', key: key('sparse', path), path, feature });
  };
  const walk = (feature: ISchemaFeature): void => {
    const { path } = feature;
    rows.push({ what: 'feature', key: key('feature', path), path, feature });
    feature.features.forEach(walk);
    feature.sparseFeatures.forEach(sparse);
  };
  schema.features.forEach(walk);
  schema.sparseFeatures.forEach(sparse);
  for (const feature of schema.weightedFeatures) {
    const path = [feature.name];
    rows.push({ what: 'weighted', key: key('weighted', path), path, feature });
  }
  return rows;
}

/** The key of the row of a feature. */
export function featureKey(path: readonly string[]): string {
  return JSON.stringify(['feature', ...path]);
}

/**
 * Rows whose name, type, domain or values have a text in them, whatever the case.
 *
 * @param named - The schema's own domains.
 */
export function foundRows(
  rows: readonly SchemaRow[],
  text: string,
  named: (name: string) => IDomain | null
): readonly SchemaRow[] {
  const wanted = text.trim().toLowerCase();
  return wanted === ''
    ? rows
    : rows.filter(row => textsOf(row, named).some(each => each.toLowerCase().includes(wanted)));
}

function textsOf(row: SchemaRow, named: (name: string) => IDomain | null): readonly string[] {
  const name = row.path.join('.');
  switch (row.what) {
    case 'feature': {
      const { type, domain } = row.feature;
      const held = domain?.kind === 'named' ? named(domain.name) : domain;
      return [
        name,
        type ?? '',
        domain && 'name' in domain ? domain.name : '',
        ...(held?.kind === 'string' ? held.values : [])
      ];
    }
    case 'sparse':
      return [name, row.feature.valueFeature, ...row.feature.indexFeatures];
    case 'weighted':
      return [name, row.feature.feature.join('.'), row.feature.weight.join('.')];
  }
}

/** Names of features by the schema's own domain that they have. */
export function domainUsers(rows: readonly SchemaRow[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const row of rows) {
    if (row.what === 'feature' && row.feature.domain?.kind === 'named') {
      const { name } = row.feature.domain;
      const known = users.get(name);
      if (known) {
        known.push(row.path.join('.'));
      } else {
        users.set(name, [row.path.join('.')]);
      }
    }
  }
  return users;
}

/** Every environment that a schema speaks of: the default ones first. */
export function environmentsOf(
  { defaultEnvironments }: ISchema,
  rows: readonly SchemaRow[]
): readonly string[] {
  const names = new Set(defaultEnvironments);
  for (const row of rows) {
    if (row.what === 'feature') {
      row.feature.inEnvironments.forEach(name => names.add(name));
      row.feature.notInEnvironments.forEach(name => names.add(name));
    }
  }
  return [...names];
}
