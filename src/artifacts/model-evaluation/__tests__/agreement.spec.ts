/** What the columns of an evaluation hold is what Google's own readers say of the same files. */
import type { DescMessage, JsonValue } from '@bufbuild/protobuf';
import { fromJson, toJson } from '@bufbuild/protobuf';

import {
  AttributionsForSliceSchema,
  ConfidenceIntervalSchema,
  MetricsForSliceSchema,
  MetricValueSchema,
  PlotDataSchema,
  PlotsForSliceSchema
} from '../../../proto/generated/metrics_pb';
import { ValidationResultSchema } from '../../../proto/generated/validation_pb';
import type { IFixture } from '../../__tests__/fixture';
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { decodeEvaluation } from '../decode';
import { numberOf } from '../decode-number';
import { loadPlots } from '../decode-plots';
import { plainMetricKey, plainPlotKey, plainSliceKey } from '../decode-slice';

const { signal } = new AbortController();
const fixtures = readFixtures().filter(({ type }) => type === 'ModelEvaluation');

/** What Python read in the files of a kind, as messages. */
function python<Desc extends DescMessage>({ truths }: IFixture, kind: string, desc: Desc) {
  return Object.entries(truths)
    .filter(([path]) => path.startsWith(kind))
    .flatMap(([, { value }]) => value as readonly JsonValue[])
    .map(json => fromJson(desc, json));
}

describe.each(fixtures.map(fixture => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  it('has every metric of every slice, with its interval', async () => {
    const { metrics, problems } = await decodeEvaluation(new FixtureSource(fixture), signal);
    const truth = python(fixture, 'metrics', MetricsForSliceSchema);
    expect(problems).toEqual([]);
    expect(metrics.rowCount).toBe(truth.length);
    truth.forEach((record, row) => {
      expect(metrics.slice(row)).toEqual(plainSliceKey(record.slicingSpecOneof));
      const seen = new Set<number>();
      for (const { key, value, confidenceInterval } of record.metricKeysAndValues) {
        const wanted = JSON.stringify(plainMetricKey(key));
        const column = metrics.columns.findIndex(each => JSON.stringify(each) === wanted);
        seen.add(column);
        expect(column).toBeGreaterThanOrEqual(0);
        expect(json(MetricValueSchema, metrics.value(row, column))).toEqual(
          json(MetricValueSchema, value)
        );
        expect(metrics.number(row, column)).toBe(numberOf(value));
        expect(json(ConfidenceIntervalSchema, metrics.confidence(row, column))).toEqual(
          json(ConfidenceIntervalSchema, confidenceInterval)
        );
      }
      const others = metrics.columns.flatMap((_key, column) => (seen.has(column) ? [] : [column]));
      expect(others.filter(column => metrics.has(row, column))).toEqual([]);
    });
  });

  it('has every plot', async () => {
    const source = new FixtureSource(fixture);
    const { plots } = await decodeEvaluation(source, signal);
    const table = await loadPlots(source, plots, signal);
    const truth = python(fixture, 'plots', PlotsForSliceSchema);
    expect(table.slices).toEqual(truth.map(each => plainSliceKey(each.slicingSpecOneof)));
    truth.forEach(({ plotKeysAndValues }, row) => {
      expect(
        table.plots(row).map(({ key, data }) => ({ key, data: json(PlotDataSchema, data) }))
      ).toEqual(
        plotKeysAndValues.map(({ key, value }) => ({
          key: plainPlotKey(key),
          data: json(PlotDataSchema, value)
        }))
      );
    });
  });

  it('has the verdict, and every attribution', async () => {
    const { validation, attributions } = await decodeEvaluation(new FixtureSource(fixture), signal);
    const [verdict = null] = python(fixture, 'validations', ValidationResultSchema);
    expect(json(ValidationResultSchema, validation)).toEqual(json(ValidationResultSchema, verdict));
    const truth = python(fixture, 'attributions', AttributionsForSliceSchema).flatMap(
      ({ slicingSpecOneof, attributionsKeysAndValues }) =>
        attributionsKeysAndValues.map(({ key, values }) => ({
          slice: plainSliceKey(slicingSpecOneof),
          name: key?.name,
          values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, numberOf(v)]))
        }))
    );
    expect(
      attributions.map(({ slice, key, values }) => ({
        ...{ slice, name: key.name },
        values: Object.fromEntries(values)
      }))
    ).toEqual(truth);
  });
});

function json(desc: DescMessage, message: Parameters<typeof toJson>[1] | null | undefined) {
  return message ? toJson(desc, message) : null;
}
