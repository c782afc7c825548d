/** Plots by slice: a record is read when it is looked at. */
import { decodeMessage } from '../../proto/decode-message';
import type { PlotData } from '../../proto/generated/metrics_pb';
import {
  CrossSliceKeySchema,
  PlotsForSliceSchema,
  SliceKeySchema
} from '../../proto/generated/metrics_pb';
import type { ArtifactFile } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { readShards } from './decode-shards';
import { OVERALL, plainPlotKey, plainSliceKey } from './decode-slice';
import type { IFigureKey, ISliceKey } from './figure-key';
import { FieldScanner, LENGTH_DELIMITED } from './field-scanner';

/** The data of a plot, and which one it is. */
export interface IPlot {
  readonly key: IFigureKey;
  readonly data: PlotData;
}

/** The slices that have plots. */
export class PlotTable {
  readonly slices: readonly ISliceKey[];

  /** @throws MessageError where a record is no PlotsForSlice. */
  constructor(
    private readonly _records: readonly Uint8Array[],
    readonly problems: readonly string[] = []
  ) {
    this.slices = _records.map(sliceOf);
  }

  /** The plots of a slice; read at the first call. */
  plots(index: number): readonly IPlot[] {
    return (this._plots[index] ??= readPlots(this._records[index], index));
  }

  private readonly _plots: (readonly IPlot[] | undefined)[] = [];
}

/** The plots of an evaluation. */
export async function loadPlots(
  source: IArtifactSource,
  files: readonly ArtifactFile[],
  signal: AbortSignal
): Promise<PlotTable> {
  const { records, problems } = await readShards(source, files, signal);
  if (records.length === 0 && problems.length > 0) {
    throw new Error(problems[0]);
  }
  return new PlotTable(records, problems);
}

function sliceOf(record: Uint8Array, index: number): ISliceKey {
  const scanner = new FieldScanner(record, `Record ${index + 1} of the plots`, 'PlotsForSlice');
  let slice = OVERALL;
  while (scanner.next(record.length)) {
    const { field, wire, start, end } = scanner;
    if (wire === LENGTH_DELIMITED && field === 1) {
      const value = decodeMessage(SliceKeySchema, record.subarray(start, end), 'A slice');
      slice = plainSliceKey({ case: 'sliceKey', value });
    } else if (wire === LENGTH_DELIMITED && field === 4) {
      const value = decodeMessage(CrossSliceKeySchema, record.subarray(start, end), 'Two slices');
      slice = plainSliceKey({ case: 'crossSliceKey', value });
    }
  }
  return slice;
}

function readPlots(record: Uint8Array, index: number): readonly IPlot[] {
  const what = `Record ${index + 1} of the plots`;
  const { plotKeysAndValues, plotData, plots } = decodeMessage(PlotsForSliceSchema, record, what);
  const found = plotKeysAndValues.flatMap(({ key, value }) =>
    value ? [{ key: plainPlotKey(key), data: value }] : []
  );
  const old = Object.entries(plots).map(([name, data]) => ({
    key: { ...plainPlotKey(undefined), name },
    data
  }));
  return [
    ...found,
    ...old,
    ...(plotData ? [{ key: plainPlotKey(undefined), data: plotData }] : [])
  ];
}
