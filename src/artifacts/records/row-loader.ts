/** Rows as they are asked for: loaded, and filtered, in slices that leave the page its time. */
import type { RowTest } from './compute-filter';
import type { FieldGroup, IRow } from './field-value';
import { FIELD_GROUPS } from './field-value';

/** A field that some row has. */
export interface IColumn {
  readonly key: string;
  readonly group: FieldGroup;
  readonly name: string;
  /** What its values are, in the first row that has some. */
  readonly kind: string;
}

/** What there is so far. */
export interface ILoaded {
  readonly rows: readonly IRow[];
  /** Those that pass the filter; all of them without one. */
  readonly shown: readonly IRow[];
  /** In the order of groups, then of names. */
  readonly columns: readonly IColumn[];
  /** `paused` goes on with the next page, `stopped` before a page was full: the search was long, or a person said so. */
  readonly state: 'loading' | 'paused' | 'stopped' | 'end' | 'failed' | 'full';
  /** What is wrong with the file, behind the rows; null where nothing is known to be. */
  readonly problem: string | null;
}

/** Rows that are asked for at once. */
const PAGE = 200;
/** Rows that are looked at for a filter before the person is asked to go on. */
const SEARCH = 50_000;
/** What a page holds. */
const MOST_ROWS = 500_000;
const MOST_BYTES = 2 ** 28;
/** Milliseconds without a break, and between two tellings. */
const SLICE = 8;
const TELL = 150;

/** Reads batches of rows; `changed` is called when there is more to see. */
export class RowLoader {
  constructor(
    batches: AsyncIterable<readonly IRow[]>,
    private readonly _changed: (loaded: ILoaded) => void
  ) {
    this._batches = batches[Symbol.asyncIterator]();
  }

  /** Of all fields so far: it grows. */
  get names(): ReadonlySet<string> {
    return this._names;
  }

  /** Rows that pass are shown; null for all. */
  set filter(filter: RowTest | null) {
    this._filter = filter;
    this._shown = [];
    this._tested = 0;
    this._goal = PAGE;
    this._search = this._rows.length + SEARCH;
    this._run();
  }

  /** Loads what one more page shows. */
  more(): void {
    this._goal = this._shown.length + PAGE;
    this._search = this._rows.length + SEARCH;
    this._run();
  }

  /** Loads no further; what is there stays. */
  pause(): void {
    this._goal = 0;
  }

  /** Ends reading for good. */
  dispose(): void {
    this._disposed = true;
    void this._batches.return?.();
  }

  private _run(): void {
    if (!this._running && !this._disposed) {
      this._running = true;
      void this._load().finally(() => {
        this._running = false;
        this._tell();
      });
    }
  }

  private async _load(): Promise<void> {
    let slice = performance.now();
    let told = slice;
    while (!this._disposed && this._shown.length < this._goal) {
      if (this._tested < this._rows.length) {
        this._test(this._rows[this._tested++]);
      } else if (this._waiting.length > 0) {
        this._take();
      } else if (this._end !== null || this._rows.length >= this._search) {
        break;
      } else {
        await this._next();
      }
      const now = performance.now();
      if (now - told > TELL && this._rows.length > 0) {
        this._tell();
        told = now;
      }
      if (now - slice > SLICE) {
        await new Promise(resolve => setTimeout(resolve));
        slice = performance.now();
      }
    }
  }

  private async _next(): Promise<void> {
    try {
      const next = await this._batches.next();
      if (next.done) {
        this._end = 'end';
      } else {
        // As a stack, so that taking one costs the same however many there are.
        this._waiting = [...next.value].reverse();
      }
    } catch (error) {
      this._end = 'failed';
      this._problem = error instanceof Error ? error.message : String(error);
    }
  }

  private _take(): void {
    const row = this._waiting.pop();
    if (row === undefined) {
      return;
    }
    this._rows.push(row);
    this._bytes += row.size;
    if (this._rows.length >= MOST_ROWS || this._bytes >= MOST_BYTES) {
      this._waiting = [];
      this._end = 'full';
    }
  }

  /** Decodes a row once: for its columns, and for the filter. */
  private _test(row: IRow): void {
    const fields = row.fields();
    if (row.index >= this._seen) {
      this._seen = row.index + 1;
      for (const [key, { group, name, value }] of fields) {
        const known = this._columns.get(key);
        if (known === undefined || (known.kind === 'none' && value.kind !== 'none')) {
          this._columns.set(key, { key, group, name, kind: value.kind });
          this._names.add(name);
          this._sorted = null;
        }
      }
    }
    if (this._filter === null || this._filter(fields)) {
      this._shown.push(row);
    }
  }

  private _tell(): void {
    if (this._disposed) {
      return;
    }
    this._sorted ??= [...this._columns.values()].sort(
      (a, b) =>
        FIELD_GROUPS.indexOf(a.group) - FIELD_GROUPS.indexOf(b.group) || (a.name < b.name ? -1 : 1)
    );
    this._changed({
      rows: this._rows,
      shown: this._shown.slice(),
      columns: this._sorted,
      state: this._state(),
      problem: this._problem
    });
  }

  private _state(): ILoaded['state'] {
    if (this._running) {
      return 'loading';
    }
    if (this._end !== null && this._tested === this._rows.length && this._waiting.length === 0) {
      return this._end;
    }
    return this._goal > 0 && this._shown.length >= this._goal ? 'paused' : 'stopped';
  }

  private readonly _batches: AsyncIterator<readonly IRow[]>;
  private readonly _rows: IRow[] = [];
  private readonly _names = new Set<string>();
  private readonly _columns = new Map<string, IColumn>();
  private _sorted: readonly IColumn[] | null = null;
  private _shown: IRow[] = [];
  private _waiting: IRow[] = [];
  private _filter: RowTest | null = null;
  private _tested = 0;
  private _seen = 0;
  private _bytes = 0;
  private _goal = 0;
  private _search = SEARCH;
  private _end: 'end' | 'failed' | 'full' | null = null;
  private _problem: string | null = null;
  private _running = false;
  private _disposed = false;
}
