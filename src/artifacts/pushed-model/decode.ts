/**
 * PushedModel: custom properties say where a model went, and the artifact holds a copy of it
 * (`tfx/components/pusher/executor.py`; those of Google Cloud give a resource name for a destination).
 */
import type { Properties } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';
import { decodeModel } from '../model/decode';
import type { IModel } from '../model/decode';

/** A push, read. */
export interface IPushedModel {
  /** false where the model was not blessed; null where no property says. */
  readonly pushed: boolean | null;
  /** A folder, or a resource of a cloud; null where no property says. */
  readonly destination: string | null;
  readonly version: string | null;
  /** What the version says, where it is a time in seconds, as Pusher's are. */
  readonly time: Date | null;
  /** The copy in the artifact; null where there is none. */
  readonly model: IModel | null;
  /** All other properties. */
  readonly others: Properties;
}

const READ_ABOVE = new Set(['pushed', 'pushed_destination', 'pushed_version']);

/** Reads a push. */
export async function decodePushedModel(
  source: IArtifactSource,
  signal: AbortSignal
): Promise<IPushedModel> {
  const { files, properties, customProperties } = source.document;
  const all: Properties = { ...properties, ...customProperties };
  const { pushed, pushed_destination: destination, pushed_version: version } = all;
  const isNamed = version !== undefined && version !== null && version !== '';
  return {
    pushed: pushed === undefined || pushed === null ? null : Number(pushed) === 1,
    destination: typeof destination === 'string' && destination !== '' ? destination : null,
    version: isNamed ? String(version) : null,
    time: isNamed && /^\d{10}$/.test(String(version)) ? new Date(Number(version) * 1000) : null,
    model: files.length === 0 ? null : await decodeModel(source, signal),
    others: Object.fromEntries(Object.entries(all).filter(([name]) => !READ_ABOVE.has(name)))
  };
}
