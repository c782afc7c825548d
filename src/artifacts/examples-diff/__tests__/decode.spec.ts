/**
 * What TFX's ExampleDiff wrote: the penguins after some changes (`examples_test`) against those before (`examples_base`).
 * `extra` is in those after alone; see scripts/fixture_data.py.
 */
import { FixtureSource, readFixtures } from '../../__tests__/fixture';
import { valueText } from '../../records/compute-text';
import { decodeExamplesDiff } from '../decode';

const [fixture] = readFixtures().filter(({ type }) => type === 'ExamplesDiff');
const { signal } = new AbortController();
const text = (value: Uint8Array | null): string | null => value && valueText(value);

describe('decodeExamplesDiff', () => {
  it('tells test from base', async () => {
    const { pairs, problems } = await decodeExamplesDiff(new FixtureSource(fixture), signal);
    expect(problems).toEqual([]);
    const [{ name, features, matches }] = pairs;
    expect(name).toBe('train_train');
    expect(matches).toEqual({
      identified: { test: 39, base: 42 },
      unidentified: { test: 0, base: 0 },
      missing: { test: 17, base: 14 },
      identifiers: 56,
      pairs: 25,
      duplicates: 0
    });
    expect(features).toHaveLength(9);
    expect(features.slice(0, 4)).toEqual([
      {
        name: 'extra',
        present: { test: 25, base: 0 },
        only: { test: 25, base: 0 },
        same: 0,
        different: 0,
        differing: 25
      },
      {
        name: 'bill_length_mm',
        present: { test: 25, base: 25 },
        only: { test: 0, base: 0 },
        same: 22,
        different: 3,
        differing: 3
      },
      {
        name: 'species',
        present: { test: 25, base: 25 },
        only: { test: 0, base: 0 },
        same: 22,
        different: 3,
        differing: 3
      },
      {
        name: 'sex',
        present: { test: 22, base: 24 },
        only: { test: 0, base: 2 },
        same: 23,
        different: 0,
        differing: 2
      }
    ]);
  });

  it('has the pairs of values and of examples', async () => {
    const { pairs } = await decodeExamplesDiff(new FixtureSource(fixture), signal);
    const [{ confusion, pairs: samples }] = pairs;
    const values = confusion.map(one => [text(one.values.test), text(one.values.base), one.count]);
    expect(values).toContainEqual(['Gentoo', 'Adelie', 3]);
    expect(values).toContainEqual([null, 'male', 1]);
    expect(samples).toHaveLength(5);
    for (const { fields, differing } of samples) {
      expect(differing).toContain('extra');
      expect(fields.test.has('feature:extra')).toBe(true);
      expect(fields.base.has('feature:extra')).toBe(false);
      expect(fields.test.get('feature:id')).toEqual(fields.base.get('feature:id'));
    }
  });

  it('shows the rest where a file is cut', async () => {
    const files = new Map(fixture.files);
    const path = 'SplitPair-train_train/sample_pairs-00000-of-00001';
    files.set(path, (files.get(path) ?? new Uint8Array(0)).subarray(0, 1500));
    const { pairs } = await decodeExamplesDiff(new FixtureSource(fixture, files), signal);
    const [{ features, pairs: samples, problems }] = pairs;
    expect([features.length, samples.length]).toEqual([9, 2]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/sample_pairs-00000-of-00001: The file ends inside record 3/);
  });

  it('says that there is nothing', async () => {
    const empty = new FixtureSource({
      ...fixture,
      document: { ...fixture.document, files: [] }
    });
    await expect(decodeExamplesDiff(empty, signal)).rejects.toThrow(
      'This artifact has no files that can be shown.'
    );
  });
});
