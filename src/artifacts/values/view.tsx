/** A value, as what it is. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { fileSize } from '../format';
import { visible } from '../records/compute-text';
import type { BytesMode } from '../records/compute-text';
import { ValueList } from '../records/value';
import { JsonTree } from './json-tree';
import type { Value } from './decode';

/** Characters of a text that are drawn. */
const MOST_TEXT = 200_000;

/** One value: several are put side by side. */
export function ValueView({ items, trans }: IArtifactViewProps<Value>): React.JSX.Element {
  return <div className="jp-TfxValue">{drawn(items[0].data, trans)}</div>;
}

function drawn(value: Value, trans: TranslationBundle): React.ReactNode {
  switch (value.kind) {
    case 'null':
      return (
        <p>
          <output>None</output> {trans.__('The component gave no value.')}
        </p>
      );
    case 'boolean':
      return <output>{value.value ? 'True' : 'False'}</output>;
    case 'integer':
    case 'float':
      return <output>{value.text}</output>;
    case 'string':
      return <Text text={value.text} cut={value.cut} trans={trans} />;
    case 'bytes':
      return <Bytes bytes={value.bytes} size={value.size} trans={trans} />;
    case 'json':
      return <JsonTree value={value.value} trans={trans} />;
  }
}

function Text(props: {
  readonly text: string;
  readonly cut: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { text, cut, trans } = props;
  if (text === '') {
    return <p className="jp-TfxArtifact-note">{trans.__('The text is empty.')}</p>;
  }
  return (
    <>
      <pre>
        <bdi>{visible(text.slice(0, MOST_TEXT))}</bdi>
      </pre>
      {(cut || text.length > MOST_TEXT) && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Only the beginning is shown: the text is long.')}
        </p>
      )}
    </>
  );
}

function Bytes(props: {
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { bytes, size, trans } = props;
  const [mode, setMode] = React.useState<BytesMode>('auto');
  const value = React.useMemo(
    () => ({ kind: 'bytes' as const, values: [bytes], count: 1 }),
    [bytes]
  );
  if (size === 0) {
    return <p className="jp-TfxArtifact-note">{trans.__('There are no bytes.')}</p>;
  }
  return (
    <div className="jp-TfxRecords-page">
      <p>
        {fileSize(size, trans)}{' '}
        <button
          className="jp-TfxRecords-link"
          onClick={() => setMode(mode === 'auto' ? 'hex' : 'auto')}
        >
          {mode === 'auto' ? trans.__('Show in hexadecimal') : trans.__('Show as what it is')}
        </button>
      </p>
      <ValueList value={value} mode={mode} trans={trans} />
    </div>
  );
}
