/** The evaluated model, to be asked: in the browser's worker; else by the kernel, which knows the table no better. */
import { dependenceValues } from '../../what-if/dependence-values';
import type { IRow } from '../../what-if/compute-rows';
import type { IControl, IDependence, IOpened } from '../../what-if/questions';
import type { Changes } from '../../what-if/raw-values';
import type { WhatIfClient } from '../../what-if/what-if-client';
import type { IPredictionSource, RawFeatures } from '../prediction-source';

/** Rows that the kernel is asked about at once. */
const MOST = 1000;

/** What a page asks. Newer questions of a kind take back older ones: an `AbortError`. */
export interface IWhatIfModel {
  readonly opened: IOpened;
  /** Why the browser does not run the model; null where it does. */
  readonly problem: string | null;
  /** @param row - From 0. */
  row(row: number): Promise<IRow>;
  /**
   * The row that is nearest among those with another outcome; null where there is none.
   *
   * @param outcome - Which one it shall have; null for any other.
   */
  nearest(row: number, threshold: number, outcome: number | null): Promise<number | null>;
  /** A number for each class; one of a binary task, or of a regression. */
  predict(row: IRow, changes: Changes): Promise<readonly number[]>;
  /** How the mean depends on a feature, and this row. */
  depend(
    row: IRow,
    changes: Changes,
    control: IControl,
    onPart: (answer: IDependence) => void
  ): Promise<IDependence>;
}

/** A model in the worker. */
export class BrowserModel implements IWhatIfModel {
  constructor(
    protected readonly client: WhatIfClient,
    readonly opened: IOpened,
    readonly problem: string | null
  ) {}

  row(row: number): Promise<IRow> {
    return this.client.ask('row', { row });
  }

  nearest(row: number, threshold: number, outcome: number | null): Promise<number | null> {
    return this.client.ask('nearest', { row, threshold, outcome });
  }

  predict({ row }: IRow, changes: Changes): Promise<readonly number[]> {
    return this.client.ask('predict', { row, changes });
  }

  depend(
    { row }: IRow,
    changes: Changes,
    { name: feature }: IControl,
    onPart: (answer: IDependence) => void
  ): Promise<IDependence> {
    return this.client.ask('depend', { row, changes, feature }, onPart);
  }
}

/** Rows in the worker, and a model in the kernel. */
export class KernelModel extends BrowserModel {
  constructor(
    client: WhatIfClient,
    opened: IOpened,
    problem: string,
    private readonly _source: IPredictionSource
  ) {
    super(client, opened, problem);
  }

  override async predict(row: IRow, changes: Changes): Promise<readonly number[]> {
    const asked = ++this._asked;
    // One question at a time: the kernel answers them in their order, and only the last one is looked at.
    await this._running?.catch(() => undefined);
    if (asked !== this._asked) {
      throw new DOMException('Taken back.', 'AbortError');
    }
    const running = this._source.ask([{ ...row.values, ...changes }], this.opened.predictionKey);
    this._running = running;
    return (await running)[0];
  }

  /** Of rows that are spread over all. */
  override async depend(row: IRow, changes: Changes, control: IControl): Promise<IDependence> {
    const values = dependenceValues(spread(control));
    const { rows } = this.opened;
    const count = Math.max(1, Math.min(rows, Math.floor(MOST / values.length) - 1));
    const places = Array.from({ length: count }, (_, at) => Math.floor((at * rows) / count));
    const asked: RawFeatures[] = [];
    for (const place of places) {
      const { values: features } = await this.client.ask('row', { row: place });
      asked.push(...values.map(value => ({ ...features, [control.name]: value })));
    }
    const own = values.map(value => ({ ...row.values, ...changes, [control.name]: value }));
    const said = await this._source.ask([...asked, ...own], this.opened.predictionKey);
    const means = values.map((_, at) => {
      const ofValue = places.map((__, place) => said[place * values.length + at]);
      return ofValue[0].map(
        (__, entry) => ofValue.reduce((sum, each) => sum + each[entry], 0) / count
      );
    });
    return { values, means, own: said.slice(asked.length), rows: count };
  }

  private _asked = 0;
  private _running: Promise<unknown> | null = null;
}

/** A number's control has its range alone where no table of the model says more. */
function spread(control: IControl): IControl {
  const [low, high] = control.values;
  if (!control.isAny || typeof low !== 'number' || typeof high !== 'number') {
    return control;
  }
  const last = Number(control.values.at(-1));
  const values = Array.from({ length: 21 }, (_, at) => low + ((last - low) * at) / 20);
  return { ...control, values };
}
