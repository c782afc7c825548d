/** A value of a row, as a cell or the row's page shows it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count, fileSize } from '../format';
import type { ImageDescription } from './compute-bytes';
import { describeBytes, IMAGE_MEDIA_TYPES, MOST_PIXELS } from './compute-bytes';
import type { BytesMode } from './compute-text';
import { cellText, imageText, valueText } from './compute-text';
import type { FieldValue } from './field-value';

/** Bytes of an image that is drawn, at most. */
const MOST_IMAGE = 1 << 24;
/** Values of a list on a row's page, before the person asks for more; and characters of one value. */
const FEW = 20;
const MOST_TEXT = 10_000;
/** Bytes that are looked at to see whether they are an image. */
const PEEK = 64;

/** A value in one line; an image as a small picture. */
export function ValueCell(props: {
  readonly value: FieldValue | undefined;
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { value, mode, trans } = props;
  if (value === undefined || value.kind === 'none') {
    return null;
  }
  const { values, count: all } = value;
  const text = cellText(value, mode);
  const more = all > 1 && <small className="jp-TfxRecords-count">{count(all)}</small>;
  const image = value.kind === 'bytes' && mode === 'auto' ? drawable(value.values[0]) : null;
  if (value.kind === 'bytes' && image) {
    return (
      <span title={text}>
        <BytesImage bytes={value.values[0]} image={image} /> {more}
      </span>
    );
  }
  if (values.length === 0) {
    return <span className="jp-TfxRecords-empty">{trans.__('empty')}</span>;
  }
  return (
    <span title={text}>
      <bdi>{text}</bdi> {more}
    </span>
  );
}

/** All values, for a row's page; a long list is cut, with its count and a way to the rest that is kept. */
export function ValueList(props: {
  readonly value: FieldValue;
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { value, mode, trans } = props;
  const [all, setAll] = React.useState(false);
  const { values, count: total } = value;
  if (values.length === 0) {
    return <span className="jp-TfxRecords-empty">{trans.__('empty')}</span>;
  }
  const shown = all ? values : values.slice(0, FEW);
  const isPlain = value.kind === 'float' || value.kind === 'int' || value.kind === 'bool';
  return (
    <>
      {isPlain ? (
        <span>{shown.map(one => valueText(one)).join(', ')}</span>
      ) : (
        shown.map((one, index) => (
          <div key={index} className="jp-TfxRecords-one">
            {value.kind === 'steps' && <small>{index + 1}</small>}
            <div>
              <OneValue value={one} mode={mode} trans={trans} />
            </div>
          </div>
        ))
      )}
      {shown.length < values.length && (
        <div>
          <button className="jp-TfxRecords-link" onClick={() => setAll(true)}>
            {trans.__('Show %1 of %2', count(values.length), count(total))}
          </button>
        </div>
      )}
      {all && values.length < total && (
        <p className="jp-TfxArtifact-note">
          {trans.__('The other %1 values are not shown.', count(total - values.length))}
        </p>
      )}
    </>
  );
}

function OneValue(props: {
  readonly value: FieldValue['values'][number];
  readonly mode: BytesMode;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { value, mode, trans } = props;
  if (!(value instanceof Uint8Array)) {
    return typeof value === 'object' ? (
      <ValueList value={value} mode={mode} trans={trans} />
    ) : (
      <bdi>{valueText(value, mode, MOST_TEXT)}</bdi>
    );
  }
  const image = mode === 'auto' ? drawable(value) : null;
  return (
    <>
      {image ? <BytesImage bytes={value} image={image} /> : <BytesText bytes={value} mode={mode} />}{' '}
      {(image !== null || value.length > MOST_TEXT) && (
        <small className="jp-TfxRecords-count">
          {image && `${imageText(image)}, `}
          {fileSize(value.length, trans)}
        </small>
      )}
    </>
  );
}

function BytesText(props: {
  readonly bytes: Uint8Array;
  readonly mode: BytesMode;
}): React.JSX.Element {
  const { bytes, mode } = props;
  const isText = mode === 'text' || (mode === 'auto' && describeBytes(bytes, PEEK).kind === 'text');
  const text = valueText(bytes, mode, MOST_TEXT);
  return isText ? <bdi>{text}</bdi> : <code>{text}</code>;
}

/** An image that is not too large to draw; null for all else. */
function drawable(bytes: Uint8Array | undefined): ImageDescription | null {
  // The frame header of a JPEG may be behind a preview.
  const described = bytes && bytes.length <= MOST_IMAGE ? describeBytes(bytes, PEEK) : null;
  return described?.kind === 'image' && described.width * described.height <= MOST_PIXELS
    ? described
    : null;
}

/** Drawn through a blob, so that the browser takes it for the image that it is and nothing else. */
function BytesImage(props: {
  readonly bytes: Uint8Array;
  readonly image: ImageDescription;
}): React.JSX.Element {
  const { bytes, image } = props;
  const { type } = image;
  const [url, setUrl] = React.useState<string | null>(null);
  const [broken, setBroken] = React.useState(false);
  React.useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()], { type: IMAGE_MEDIA_TYPES[type] }));
    setUrl(made);
    setBroken(false);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (broken) {
    return <bdi>{valueText(bytes, 'hex', 64)}</bdi>;
  }
  return (
    <img
      className="jp-TfxRecords-image"
      src={url ?? undefined}
      alt={imageText(image)}
      onError={() => setBroken(url !== null)}
    />
  );
}
