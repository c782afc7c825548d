/** Averages of metrics over several outputs of a model: TFMA's `output_weights`, `output_average` in its `aggregation.py`. */
import type { FigureMaker, IMetric, IPreparedSlices } from './compute-figures';
import type { ISlices } from './slicing';

/** One of the outputs, of the same rows. */
export interface IWeightedOutput {
  readonly maker: FigureMaker;
  readonly weight: number;
}

/** Metrics of an output, and after them the averages of those that all of several outputs have. */
export class OutputAverager {
  readonly metrics: readonly IMetric[];

  /**
   * @param _own - Whose metrics come first.
   * @param _outputs - What averages are over; at least one.
   */
  constructor(
    private readonly _own: FigureMaker,
    private readonly _outputs: readonly IWeightedOutput[]
  ) {
    const names = _outputs[0].maker.metrics
      .filter(isPlain)
      .map(({ name }) => name)
      .filter(name => _outputs.every(({ maker }) => columnOf(maker, name) >= 0));
    this._columns = _outputs.map(({ maker }) => names.map(name => columnOf(maker, name)));
    this.metrics = [
      ..._own.metrics,
      ...names.map((name): IMetric => ({ name, classId: null, aggregation: 'outputs' }))
    ];
  }

  /** As {@link FigureMaker.prepare}. */
  prepare(slices: ISlices): IPreparedSlices {
    const own = this._own.prepare(slices);
    return {
      ...own,
      outputs: this._outputs.map(({ maker }) => (maker === this._own ? own : maker.prepare(slices)))
    };
  }

  /** As {@link FigureMaker.figures}. */
  figures(prepared: IPreparedSlices, draws: Uint8Array | null): Float64Array {
    const own = this._own.figures(prepared, draws);
    const parts = this._outputs.map(({ maker }, at) =>
      maker === this._own ? own : maker.figures(prepared.outputs[at], draws)
    );
    const before = this._own.metrics.length;
    const width = this.metrics.length;
    const all = new Float64Array(prepared.slices * width);
    for (let slice = 0; slice < prepared.slices; slice++) {
      all.set(own.subarray(slice * before, (slice + 1) * before), slice * width);
      for (let at = before; at < width; at++) {
        let [sum, weights] = [0, 0];
        this._outputs.forEach(({ maker, weight }, output) => {
          const column = this._columns[output][at - before];
          sum += parts[output][slice * maker.metrics.length + column] * weight;
          weights += weight;
        });
        all[slice * width + at] = sum / weights;
      }
    }
    return all;
  }

  /** By output, where the metrics are that are averaged. */
  private readonly _columns: readonly (readonly number[])[];
}

/** A count says nothing on average. */
function isPlain({ name, classId, aggregation }: IMetric): boolean {
  return classId === null && aggregation === null && !name.endsWith('example_count');
}

function columnOf({ metrics }: FigureMaker, wanted: string): number {
  return metrics.findIndex(metric => isPlain(metric) && metric.name === wanted);
}
