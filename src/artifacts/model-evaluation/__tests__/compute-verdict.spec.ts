import { clone } from '@bufbuild/protobuf';

import { EvalConfigSchema } from '../../../proto/generated/eval_config_pb';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { boundsOf, withBounds } from '../compute-thresholds';
import { verdictOf } from '../compute-verdict';
import { decodeEvaluation } from '../decode';
import { plainMetricKey, plainSliceKey } from '../decode-slice';
import type { IFigureKey, ISliceKey } from '../figure-key';

const { signal } = new AbortController();
const fixtures = readFixtures().filter(({ type }) => type === 'ModelEvaluation');

async function evaluated(name: string) {
  const fixture = fixtures.find(each => each.name === name)!;
  const evaluation = await decodeEvaluation(new FixtureSource(fixture), signal);
  return { ...evaluation, config: evaluation.run!.config };
}

const text = (slice: ISliceKey, key: IFigureKey, kind: string) =>
  JSON.stringify([slice, key, kind]);

describe('verdictOf', () => {
  it.each(fixtures.map(({ name }) => name))('decides as TFMA: %s', async name => {
    const { metrics, config, validation } = await evaluated(name);
    const { passes, checks, missing, unknown, bounds } = verdictOf(metrics, config);
    if (bounds.length === 0) {
      return;
    }
    const ours = checks
      .filter(check => !check.passes)
      .map(({ row, column, bound }) =>
        text(
          metrics.slice(row),
          metrics.columns[column],
          bound.kind === 'lower' || bound.kind === 'upper' ? 'value' : 'change'
        )
      );
    const theirs = (validation?.metricValidationsPerSlice ?? []).flatMap(
      ({ sliceKeyOneof, failures }) =>
        failures.map(({ metricKey, metricThreshold }) =>
          text(
            plainSliceKey(sliceKeyOneof),
            plainMetricKey(metricKey),
            metricThreshold?.validateAbsolute.case ? 'value' : 'change'
          )
        )
    );
    expect([...new Set(ours)].sort()).toEqual([...new Set(theirs)].sort());
    expect(passes).toBe(validation?.validationOk);
    expect(unknown).toEqual([]);
    // TFMA loses count of pairs of slices: it says that they are missing where they are not.
    expect(missing).toEqual(validation?.missingSlices);
  });

  it('says by how much, and what changed', async () => {
    const { metrics, config } = await evaluated('flights');
    const [check] = verdictOf(metrics, config).checks.filter(({ passes }) => !passes);
    expect(check.bound).toMatchObject({ kind: 'lower', value: 0.9, metric: 'AUC', slices: null });
    expect(check.value + -check.margin).toBeCloseTo(0.9);
    expect(check.change).toBe(check.value - metrics.number(check.row, 5));
  });

  it('turns when a bound is moved, and leaves the configuration as it was', async () => {
    const { metrics, config } = await evaluated('flights');
    const before = clone(EvalConfigSchema, config);
    const [lower] = boundsOf(config).filter(({ kind }) => kind === 'lower');
    const moved = withBounds(config, new Map([[lower.id, 0.1]]));
    expect(verdictOf(metrics, moved).passes).toBe(true);
    expect(verdictOf(metrics, config).passes).toBe(false);
    expect(config).toEqual(before);
  });
});
