/** Scalars as charts: one per tag, the runs over each other, the most telling first. */
import type { IModelRun } from './decode';
import type { IScalarSeries } from './decode-series';

/** A run of an artifact. */
export interface INamedSeries extends IScalarSeries {
  /** What tells it from the others of its chart. */
  readonly name: string;
  /** Of the colours for data; the same for a run in all charts. */
  readonly color: number;
}

/** A chart. */
export interface IScalarGroup {
  readonly tag: string;
  readonly series: readonly INamedSeries[];
}

/** Colours for data. */
const COLORS = 8;

/** Charts of one artifact, or of several over each other. */
export function scalarGroups(
  items: readonly { readonly label: string; readonly data: IModelRun }[]
): readonly IScalarGroup[] {
  const colors = new Map<string, number>();
  const groups = new Map<string, INamedSeries[]>();
  // Colours are given in the order of the runs' names: train before validation.
  const all = items.flatMap(({ label, data }, item) =>
    data.series.map(series => ({
      series,
      key: `${item}\n${series.run}`,
      name: items.length > 1 ? `${label} · ${series.run}` : series.run
    }))
  );
  for (const key of [...new Set(all.map(one => one.key))].sort()) {
    colors.set(key, (colors.size % COLORS) + 1);
  }
  for (const { series, key, name } of all) {
    const group = groups.get(series.tag) ?? [];
    group.push({ ...series, name, color: colors.get(key) ?? 1 });
    groups.set(series.tag, group);
  }
  return [...groups]
    .map(([tag, series]) => ({ tag, series }))
    .sort((a, b) => weight(a) - weight(b) || (a.tag < b.tag ? -1 : 1));
}

/** The greatest weight of a figure of the model, by epoch or step, while it is trained. */
const LAST_FIGURE = 2;

/** The loss by epoch, other figures by epoch, the rest; what the optimizer does, and speed, last. */
function weight({ tag, series }: IScalarGroup): number {
  if (/learning_rate|\/sec$|steps_per_second/.test(tag)) {
    return 6;
  }
  if (series.every(({ count }) => count < 2)) {
    return 5;
  }
  const place = /^(epoch_|loss$|accuracy$)/.test(tag)
    ? 0
    : /^evaluation_.*_vs_iterations$/.test(tag)
      ? 3
      : 2;
  return place - (/loss/.test(tag) ? 0.5 : 0);
}

/** Where a scalar has come to. */
export interface IFinalFigure {
  readonly tag: string;
  /** The run that it is of: the one on data that was held out, where there is one. */
  readonly run: string;
  readonly value: number;
  readonly step: number;
}

/** Last values of the few scalars that tell most, the most telling first. */
export function finalFigures(data: IModelRun, most: number): readonly IFinalFigure[] {
  return scalarGroups([{ label: '', data }])
    .filter(group => weight(group) <= LAST_FIGURE)
    .slice(0, most)
    .flatMap(({ tag, series }) => {
      const one = series.find(({ run }) => /valid|eval|test/i.test(run)) ?? series[0];
      const last = one.points.at(-1);
      return last ? [{ tag, run: one.run, value: last.value, step: last.step }] : [];
    });
}

/** Pairs of a step and the values of a chart's series, for a table; null where a series has none. */
export interface IStepRow {
  readonly step: number;
  readonly values: readonly (number | null)[];
}

/** A chart as a table. */
export function stepRows({ series }: IScalarGroup): readonly IStepRow[] {
  const rows = new Map<number, (number | null)[]>();
  series.forEach(({ points }, index) => {
    for (const { step, value } of points) {
      const values = rows.get(step) ?? new Array<number | null>(series.length).fill(null);
      values[index] = value;
      rows.set(step, values);
    }
  });
  return [...rows].map(([step, values]) => ({ step, values })).sort((a, b) => a.step - b.step);
}
