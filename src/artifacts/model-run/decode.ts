/**
 * ModelRun: TensorBoard's event files (TFRecord of `tensorflow.Event`), a folder per run. Scalars are read; what else
 * TensorBoard shows is only named.
 */
import type { ArtifactFile } from '../../protocol';
import type { Event, Summary_Value } from '../../proto/generated/event_pb';
import { EventSchema, SessionLog_SessionStatus } from '../../proto/generated/event_pb';
import { decodeMessage } from '../../proto/decode-message';
import { tfRecords } from '../../proto/tfrecord';
import type { IArtifactSource } from '../artifact-source';
import { throwIfAborted } from '../decode-abort';
import { decodeTensor } from '../records/decode-tensor';
import { ScalarSeries } from './decode-series';
import type { IScalarSeries } from './decode-series';

/** What was logged while a model was trained. */
export interface IModelRun {
  /** By tag, then by run. */
  readonly series: readonly IScalarSeries[];
  /** Kinds of what is not shown here, with how many tags: TensorBoard's plugins, such as `histograms`. */
  readonly others: ReadonlyMap<string, number>;
  /** Sentences, each for a file of which something is missing. */
  readonly problems: readonly string[];
}

/** Bytes that are read of all files, at most. */
const MOST_BYTES = 1 << 28;
/** Bytes of an event, at most; graphs are the longest. */
const MOST_EVENT = 1 << 26;
/** Series, at most. */
const MOST_SERIES = 2000;

/** Folder of a run that is the log's own. */
export const TOP_RUN = '.';

/** @throws an Error with a sentence where there are no event files, or none can be read. */
export async function decodeModelRun(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IModelRun> {
  const { files, fileCount, problem } = source.document;
  const events = files.filter(({ path }) => /(^|\/)[^/]*tfevents[^/]*$/.test(path));
  if (events.length === 0) {
    throw new Error(
      fileCount === 0
        ? (problem ?? 'There are no files in this artifact: nothing was written yet.')
        : 'There are no event files in this artifact: give the model a TensorBoard callback that writes into model_run_dir.'
    );
  }
  const log = new EventLog();
  const problems: string[] = [];
  let left = MOST_BYTES;
  for (const file of [...events].sort(byPath)) {
    if (left <= 0) {
      problems.push(
        `${file.path} and those after it were not read: the files before it are long already.`
      );
      break;
    }
    left -= await readFile(source, file, log, left, problems, signal);
    throwIfAborted(signal);
  }
  const series = log.finish();
  if (series.length === 0 && problems.length > 0 && log.others.size === 0) {
    throw new Error(problems[0]);
  }
  return { series, others: log.others, problems };
}

/** Names hold the time that the file was begun at. */
function byPath(a: ArtifactFile, b: ArtifactFile): number {
  return a.path < b.path ? -1 : 1;
}

/** @returns Bytes that were read. */
async function readFile(
  source: IArtifactSource,
  { path }: ArtifactFile,
  log: EventLog,
  most: number,
  problems: string[],
  signal: AbortSignal
): Promise<number> {
  const slash = path.lastIndexOf('/');
  const run = slash < 0 ? TOP_RUN : path.slice(0, slash);
  let read = 0;
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source.stream(path, signal)) {
      throwIfAborted(signal);
      read += chunk.length;
      yield chunk;
      if (read > most) {
        throw new Error('the rest is not read, it is too long.');
      }
    }
  };
  try {
    for await (const record of tfRecords(chunks(), { maxLength: MOST_EVENT })) {
      log.add(run, decodeMessage(EventSchema, record, 'An event'));
    }
  } catch (error) {
    throwIfAborted(signal);
    problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return read;
}

/** Events, gathered by run and tag. */
class EventLog {
  /** By plugin. */
  readonly others = new Map<string, number>();

  add(run: string, event: Event): void {
    const { what, wallTime } = event;
    const step = Number(event.step);
    switch (what.case) {
      case 'summary':
        for (const value of what.value.value) {
          this._value(run, value, step, wallTime);
        }
        break;
      case 'sessionLog':
        // A run that was begun again from a checkpoint writes these steps once more.
        if (what.value.status === SessionLog_SessionStatus.START) {
          for (const series of this._series.values()) {
            if (series.run === run) {
              series.dropFrom(step);
            }
          }
        }
        break;
      case 'graphDef':
      case 'metaGraphDef':
        this._other(run, '', 'graphs');
        break;
      case 'fileVersion':
      case undefined:
        break;
    }
  }

  finish(): readonly IScalarSeries[] {
    return [...this._series.values()]
      .map(series => series.finish())
      .filter(({ count }) => count > 0)
      .sort((a, b) => compare(a.tag, b.tag) || compare(a.run, b.run));
  }

  private _value(run: string, summary: Summary_Value, step: number, wallTime: number): void {
    const { tag, value, metadata } = summary;
    const key = `${run}\n${tag}`;
    // Only the first value of a tag needs to say which plugin it is for.
    const plugin = metadata?.pluginData?.pluginName || this._plugins.get(key) || '';
    this._plugins.set(key, plugin);
    const number =
      value.case === 'simpleValue'
        ? value.value
        : value.case === 'tensor' && plugin === 'scalars'
          ? scalarOf(decodeTensor(value.value))
          : null;
    if (number === null) {
      const kind = value.case === 'histo' ? 'histograms' : plugin;
      if (kind !== '') {
        this._other(run, tag, kind);
      }
      return;
    }
    let series = this._series.get(key);
    if (!series) {
      if (this._series.size >= MOST_SERIES) {
        this._other(run, tag, 'scalars');
        return;
      }
      series = new ScalarSeries(run, tag);
      this._series.set(key, series);
    }
    series.add(step, number, wallTime);
  }

  private _other(run: string, tag: string, kind: string): void {
    const key = `${kind}\n${run}\n${tag}`;
    if (!this._named.has(key)) {
      this._named.add(key);
      this.others.set(kind, (this.others.get(kind) ?? 0) + 1);
    }
  }

  private readonly _series = new Map<string, ScalarSeries>();
  private readonly _plugins = new Map<string, string>();
  private readonly _named = new Set<string>();
}

function scalarOf(tensor: ReturnType<typeof decodeTensor>): number | null {
  if (tensor.count !== 1 || !('values' in tensor)) {
    return null;
  }
  const [value] = tensor.values;
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
