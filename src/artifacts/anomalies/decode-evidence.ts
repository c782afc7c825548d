/** Reads the statistics that anomalies are about. */
import type { IArtifactAddress, IArtifactHost } from '../artifact-view';
import { throwIfAborted } from '../decode-abort';
import { decodeStatistics } from '../statistics/decode';
import type { IStatistics } from '../statistics/statistics';
import { relatedOf } from './find-related';

/** What anomalies can be shown on. */
export interface IEvidence {
  /** null where they are not known, or could not be read. */
  readonly statistics: IStatistics | null;
  readonly drift: IStatistics | null;
  readonly skew: IStatistics | null;
  /** The rows. */
  readonly examples: IArtifactAddress | null;
  /** A sentence for each that could not be read. */
  readonly problems: readonly string[];
}

/** Reads what is known; an artifact that was compared with itself, between its splits, once. */
export async function decodeEvidence(
  anomalies: string,
  host: Pick<IArtifactHost, 'inputs' | 'find' | 'source'>,
  signal: AbortSignal
): Promise<IEvidence> {
  const related = await relatedOf(anomalies, host).catch(() => null);
  const problems: string[] = [];
  const known = new Map<string, Promise<IStatistics | null>>();
  const read = async (address: IArtifactAddress): Promise<IStatistics | null> => {
    try {
      const source = await host.source?.(address, signal);
      return source ? await decodeStatistics(source, signal) : null;
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return null;
    }
  };
  const once = (address: IArtifactAddress | null | undefined): Promise<IStatistics | null> => {
    if (!address) {
      return Promise.resolve(null);
    }
    const reading = known.get(address.uri) ?? read(address);
    known.set(address.uri, reading);
    return reading;
  };
  const [statistics, drift, skew] = await Promise.all([
    once(related?.statistics),
    once(related?.drift),
    once(related?.skew)
  ]);
  throwIfAborted(signal);
  return { statistics, drift, skew, examples: related?.examples ?? null, problems };
}
