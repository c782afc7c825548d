/** What an Evaluator has to be told so that it has the same slices: TFMA's SlicingSpec, as text of protobuf. */
import type { ISliceValue, ISlicing } from '../../metrics/slicing';

/** One slice. */
export function specOfSlice(slice: readonly ISliceValue[]): string {
  if (slice.some(({ bin }) => bin !== null)) {
    return sqlSpec(
      slice.map(({ feature, value, bin }) =>
        bin === null ? `${column(feature)} = ${literal(value)}` : within(feature, bin)
      ),
      slice.map(
        ({ feature, bin }) =>
          `${bin === null ? column(feature) : sqlText(rangeName(bin))} AS ${column(feature)}`
      ),
      slice.map(({ feature }) => feature)
    );
  }
  const values = slice.map(
    ({ feature, value }) =>
      ` feature_values { key: ${JSON.stringify(feature)} value: ${JSON.stringify(value)} }`
  );
  return `slicing_specs {${values.join('')} }\n`.replace('{ }', '{}');
}

/** All slices of a question. */
export function specOfSlicing({ by, filters }: ISlicing): string {
  const plain =
    by.every(({ edges }) => edges === null) &&
    filters.every(({ values }) => values !== null && values.length === 1);
  if (plain) {
    const keys = by.map(({ feature }) => ` feature_keys: ${JSON.stringify(feature)}`);
    const values = filters.map(
      ({ feature, values: own }) =>
        ` feature_values { key: ${JSON.stringify(feature)} value: ${JSON.stringify(own?.[0])} }`
    );
    return `slicing_specs {${[...keys, ...values].join('')} }\n`.replace('{ }', '{}');
  }
  return sqlSpec(
    filters.map(({ feature, values, low, high }) =>
      values === null
        ? within(feature, { low, high })
        : `${column(feature)} IN (${values.map(literal).join(', ')})`
    ),
    by.map(({ feature, edges }) =>
      edges === null
        ? column(feature)
        : `CASE ${edges.map((edge, at) => `WHEN ${column(feature)} < ${edge} THEN ${sqlText(binName(edges, at))}`).join(' ')} ELSE ${sqlText(binName(edges, edges.length))} END AS ${column(feature)}`
    ),
    [...by, ...filters].map(({ feature }) => feature)
  );
}

function sqlSpec(
  conditions: readonly string[],
  selected: readonly string[],
  features: readonly string[]
): string {
  const from = [...new Set(features)].map(feature => `example.${column(feature)}`);
  const where = conditions.filter(each => each !== '');
  const sql = [
    `SELECT STRUCT(${selected.join(', ')})`,
    `FROM ${from.join(', ')}`,
    ...(where.length > 0 ? [`WHERE ${where.join(' AND ')}`] : [])
  ].join(' ');
  return `slicing_specs { slice_keys_sql: ${JSON.stringify(sql)} }\n`;
}

function within(
  feature: string,
  { low, high }: { readonly low: number; readonly high: number }
): string {
  return [
    ...(low === -Infinity ? [] : [`${column(feature)} >= ${low}`]),
    ...(high === Infinity ? [] : [`${column(feature)} < ${high}`])
  ].join(' AND ');
}

/** As the Evaluator's slices will have it. */
function rangeName({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === -Infinity ? `< ${high}` : high === Infinity ? `>= ${low}` : `[${low}, ${high})`;
}

function binName(edges: readonly number[], at: number): string {
  return rangeName({ low: edges[at - 1] ?? -Infinity, high: edges[at] ?? Infinity });
}

/** Names of the dialect are quoted so. */
function column(feature: string): string {
  return /^[A-Za-z_]\w*$/.test(feature)
    ? feature
    : `\`${feature.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
}

/** A number as it is; all else as text. */
function literal(value: string): string {
  return value !== '' && Number.isFinite(Number(value)) ? value : sqlText(value);
}

function sqlText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
}
