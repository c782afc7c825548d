/** What is shown side by side: the splits and slices of one artifact, or of several that are compared. */
import type { IDatasetStatistics, IStatistics } from './statistics';

/** A dataset, and how it is told from the others. */
export interface INamedDataset {
  /** Unique among those that are shown; it stays when an artifact is read again. */
  readonly key: string;
  /** Empty where it is the only one. */
  readonly label: string;
  /** Of the colours for data, from 1. */
  readonly color: number;
  /** Which of the artifacts it is of. */
  readonly item: number;
  readonly dataset: IDatasetStatistics;
}

/** Colours that base.css has for data. */
export const COLORS = 8;

/** All datasets of the artifacts, each with a label as short as it can be. */
export function nameDatasets(
  items: readonly { readonly label: string; readonly data: IStatistics }[]
): readonly INamedDataset[] {
  const all = items.flatMap(({ label, data }, item) =>
    data.datasets.map((dataset, index) => ({ label, item, index, dataset }))
  );
  const splits = new Set(all.map(({ dataset }) => dataset.split));
  const sliced = items.some(({ data }) =>
    data.datasets.some(({ split }, i) => data.datasets.findIndex(d => d.split === split) !== i)
  );
  return all.map(({ label, item, index, dataset }, at) => {
    const parts = [
      items.length > 1 ? label : '',
      items.length === 1 || splits.size > 1 ? dataset.split : '',
      sliced ? dataset.name : ''
    ].filter(part => part !== '');
    return {
      key: `${item}/${index}`,
      label: parts.join(' · ') || dataset.split || dataset.name,
      color: (at % COLORS) + 1,
      item,
      dataset
    };
  });
}
