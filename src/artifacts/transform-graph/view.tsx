/** What Transform does to the data: features before and after, vocabularies, the graph. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactSource } from '../artifact-source';
import type { IArtifactHost, IArtifactViewProps } from '../artifact-view';
import { fileSize } from '../format';
import { LoadedPart } from '../loaded-part';
import { decodeSavedModel } from '../saved-model/decode-saved-model';
import { SavedModelView } from '../saved-model/saved-model-view';
import type { ITransformGraph } from './decode';
import { TRANSFORM_FN } from './decode';
import { LineagePart } from './lineage-part';
import { SchemaTable } from './schema-table';
import { VocabularyPart } from './vocabulary-part';

/** One graph: several are put side by side. */
export function TransformGraphView({
  items,
  size,
  trans,
  host
}: IArtifactViewProps<ITransformGraph>): React.JSX.Element {
  const { data, source } = items[0];
  const { raw, transformed, vocabularies, statistics, problems } = data;
  return (
    <div className={`jp-TfxTransform jp-mod-${size}`}>
      <p className="jp-TfxArtifact-note">
        {summary(data, trans)}{' '}
        {statistics && host.open && <Statistics {...statistics} trans={trans} host={host} />}
      </p>
      {problems.map((sentence, index) => (
        <p key={index} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
      {data.hasGraph && <LineagePart {...{ data, source, size, trans, host }} />}
      <div className="jp-TfxTransform-sides">
        {raw && <SchemaTable schema={raw} label={trans.__('Raw')} {...{ size, trans }} />}
        {transformed && (
          <SchemaTable schema={transformed} label={trans.__('Transformed')} {...{ size, trans }} />
        )}
      </div>
      {vocabularies.length > 0 && (
        <>
          <h4>{trans.__('Vocabularies')}</h4>
          <VocabularyPart {...{ vocabularies, source, size, trans }} />
        </>
      )}
      {size === 'full' && data.hasGraph && (
        <>
          <h4>{trans.__('Graph')}</h4>
          <Graph source={source} trans={trans} />
        </>
      )}
    </div>
  );
}

function summary(
  { raw, transformed, vocabularies, hasGraph, size, fileCount }: ITransformGraph,
  trans: TranslationBundle
): string {
  const features =
    raw && transformed
      ? trans.__(
          '%1 become %2, with %3.',
          trans._n('%1 raw feature', '%1 raw features', raw.features.length),
          trans._n('%1 transformed', '%1 transformed', transformed.features.length),
          trans._n('%1 vocabulary', '%1 vocabularies', vocabularies.length)
        )
      : '';
  const files = `${trans._n('%1 file', '%1 files', fileCount)}, ${fileSize(size, trans)}.`;
  const graph = hasGraph
    ? ''
    : trans.__('The graph itself is missing: there is no saved_model.pb in transform_fn.');
  return [features, files, graph].filter(part => part !== '').join(' ');
}

/** Statistics of both sides are other artifacts. */
function Statistics(props: {
  readonly before: string;
  readonly after: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element {
  const { before, after, trans, host } = props;
  const open = (uris: readonly string[]): void =>
    host.open?.(uris.map(uri => ({ uri, type: 'ExampleStatistics', name: '', id: null })));
  return (
    <button
      className="jp-TfxArtifact-link"
      title={`${before}\n${after}`.slice(0, 2000)}
      onClick={() => open([before, after])}
    >
      {trans.__('Open the statistics before and after')}
    </button>
  );
}

/** The SavedModel is read when it is drawn: outputs do not carry it. */
function Graph(props: {
  readonly source: IArtifactSource;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { source, trans } = props;
  const load = React.useCallback(
    (signal: AbortSignal) => decodeSavedModel(source, TRANSFORM_FN, signal),
    [source]
  );
  return (
    <LoadedPart {...{ load, trans }}>
      {model => <SavedModelView model={model} size="compact" trans={trans} />}
    </LoadedPart>
  );
}
