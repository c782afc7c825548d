/** Histograms, from their messages. */
import type { Histogram, RankHistogram } from '../../proto/generated/statistics_pb';
import { Histogram_HistogramType } from '../../proto/generated/statistics_pb';
import { count } from '../decode-integer';
import type { IHistogram, IRankHistogram } from './statistics';

/** null for none. */
export function histogram(message: Histogram | undefined): IHistogram | null {
  return message ? plain(message) : null;
}

/** All of a list. */
export function histograms(messages: readonly Histogram[]): readonly IHistogram[] {
  return messages.map(plain);
}

/** null for none. */
export function ranks(message: RankHistogram | undefined): IRankHistogram | null {
  return message ? { name: message.name, buckets: message.buckets } : null;
}

function plain({ type, name, numNan, numUndefined, buckets }: Histogram): IHistogram {
  return {
    kind: type === Histogram_HistogramType.QUANTILES ? 'quantiles' : 'standard',
    name,
    numNaN: count(numNan),
    numUndefined: count(numUndefined),
    buckets
  };
}
