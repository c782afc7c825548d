/** A metric's value as a number. */
import type { MetricValue } from '../../proto/generated/metrics_pb';

/** A value as a number: plain, or the middle of a bounded one; NaN for all other kinds. */
export function numberOf(value: MetricValue | undefined): number {
  switch (value?.type.case) {
    case 'doubleValue':
      return value.type.value.value;
    case 'boundedValue':
      return value.type.value.value ?? NaN;
    case 'tDistributionValue':
      return value.type.value.unsampledValue ?? value.type.value.sampleMean ?? NaN;
    default:
      return NaN;
  }
}
