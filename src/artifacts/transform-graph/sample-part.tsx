/** One row, before and after the transform. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost } from '../artifact-view';
import { throwIfAborted } from '../decode-abort';
import { count } from '../format';
import { Reading } from '../reading';
import { ValueCell } from '../records/value';
import { useLoaded } from '../use-loaded';
import { valueOf } from './compute-match';
import { transformedExamples } from './decode';
import type { ISample } from './decode-sample';
import { decodeSample } from './decode-sample';
import type { ILineage } from './lineage';

/** Transformed features of the row that are shown. */
const MOST = 200;

/** Nothing where the host knows no run that made the graph; a sentence where the rows cannot be matched. */
export function SamplePart(props: {
  readonly lineage: ILineage;
  /** The transform graph. */
  readonly source: IArtifactSource;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element | null {
  const { lineage, source, trans, host } = props;
  const { uri } = source.document;
  const load = React.useCallback(
    (signal: AbortSignal) => sampleOf(uri, lineage, host, signal),
    [uri, lineage, host]
  );
  const loaded = useLoaded(load);
  if (loaded.state === 'ready' && loaded.value === null) {
    return null;
  }
  return (
    <>
      <h4>{trans.__('A row before and after')}</h4>
      {loaded.state === 'loading' && <Reading trans={trans} />}
      {loaded.state === 'failed' && (
        <p className="jp-TfxArtifact-note" role="status">
          {trans.__('No row is shown.')} {loaded.sentence}
        </p>
      )}
      {loaded.state === 'ready' && loaded.value && (
        <Sample sample={loaded.value} lineage={lineage} trans={trans} />
      )}
    </>
  );
}

/** null where nobody knows which rows went in, and which came out. */
async function sampleOf(
  uri: string,
  lineage: ILineage,
  { inputs, source }: IArtifactHost,
  signal: AbortSignal
): Promise<ISample | null> {
  const transformed = transformedExamples(uri);
  if (!inputs || !source || transformed === null) {
    return null;
  }
  // Without the notebook of the pipeline its runs are not known.
  const taken = await inputs(uri).catch(() => []);
  const raw = taken.filter(({ type }) => type === 'Examples');
  throwIfAborted(signal);
  if (raw.length === 0) {
    return null;
  }
  if (raw.length > 1) {
    throw new Error(
      `Transform took ${raw.length} Examples artifacts, and does not say which rows came from which.`
    );
  }
  const address = { uri: transformed, type: 'Examples', name: '', id: null };
  const made = await source(address, signal);
  return decodeSample(await source(raw[0], signal), made, lineage, signal);
}

function Sample(props: {
  readonly sample: ISample;
  readonly lineage: ILineage;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { sample, lineage, trans } = props;
  const { split, raw, made } = sample;
  const [at, setAt] = React.useState(0);
  const go = (label: string, to: number): React.JSX.Element => (
    <Button small minimal disabled={to < 0 || to >= raw.length} onClick={() => setAt(to)}>
      {label}
    </Button>
  );
  const where =
    split === ''
      ? trans.__('Row %1 of %2', count(at + 1), count(raw.length))
      : trans.__('Row %1 of %2, split %3', count(at + 1), count(raw.length), split.slice(0, 100));
  return (
    <>
      <div className="jp-TfxTransform-bar">
        {go(trans.__('Previous'), at - 1)}
        <span role="status">{where}</span>
        {go(trans.__('Next'), at + 1)}
      </div>
      <table className="jp-TfxTransform-sample" aria-label={where}>
        <thead>
          <tr>
            <th>{trans.__('Raw')}</th>
            <th>{trans.__('Transformed')}</th>
          </tr>
        </thead>
        <tbody>
          {lineage.features.slice(0, MOST).map(({ name, sources }) => (
            <tr key={name}>
              <td>
                {sources.map(({ name: source }) => (
                  <Named key={source} name={source}>
                    <Value value={valueOf(raw[at], source)} trans={trans} />
                  </Named>
                ))}
              </td>
              <td>
                <Named name={name}>
                  <Value value={valueOf(made[at], name)} trans={trans} />
                </Named>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="jp-TfxArtifact-note">
        {trans.__(
          'Both sides have one file with %1 rows, and wherever raw values repeat, so does what they became: the rows are in the same order.',
          count(raw.length)
        )}
      </p>
    </>
  );
}

function Named(props: {
  readonly name: string;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  return (
    <div className="jp-TfxTransform-value">
      <bdi title={props.name.slice(0, 1000)}>{props.name.slice(0, 200)}</bdi>
      <span>{props.children}</span>
    </div>
  );
}

function Value(props: {
  readonly value: ReturnType<typeof valueOf>;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { value, trans } = props;
  return value === undefined || value.count === 0 ? (
    <em>{trans.__('missing')}</em>
  ) : (
    <ValueCell value={value} mode="auto" trans={trans} />
  );
}
