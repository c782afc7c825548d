/** What a model can be called with, and what it answers. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ISignature, ITensorInfo } from './saved-model';
import { shapeText } from './shape-text';

/** Rows of a signature before more are asked for. */
const FEW = 12;

/** A table per signature. */
export function SignatureList(props: {
  readonly signatures: readonly ISignature[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { signatures, trans } = props;
  return (
    <>
      {signatures.map(signature => (
        <Signature key={signature.name} signature={signature} trans={trans} />
      ))}
      {signatures.length === 0 && (
        <p className="jp-TfxArtifact-note">{trans.__('It has no signatures to call.')}</p>
      )}
    </>
  );
}

function Signature(props: {
  readonly signature: ISignature;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { signature, trans } = props;
  const { name, method, inputs, outputs } = signature;
  const [all, setAll] = React.useState(false);
  const rows = [
    ...inputs.map(tensor => ({ tensor, side: 'input' as const })),
    ...outputs.map(tensor => ({ tensor, side: 'output' as const }))
  ];
  const shown = all ? rows : rows.slice(0, FEW);
  return (
    <section className="jp-TfxModel-signature">
      <h5 title={method.slice(0, 1000)}>
        <bdi>{name}</bdi>
      </h5>
      <table aria-label={trans.__('Signature %1', name.slice(0, 200))}>
        <tbody>
          {shown.map(({ tensor, side }, index) => (
            <tr key={index} data-tfx-side={side}>
              <td>{side === 'input' ? trans.__('in') : trans.__('out')}</td>
              <Tensor tensor={tensor} trans={trans} />
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button className="jp-TfxArtifact-link" onClick={() => setAll(true)}>
          {trans._n('Show %1 more', 'Show %1 more', rows.length - shown.length)}
        </button>
      )}
    </section>
  );
}

function Tensor(props: {
  readonly tensor: ITensorInfo;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { name, type, shape, tensors } = props.tensor;
  return (
    <>
      <th scope="row" title={[name, ...tensors].join('\n').slice(0, 1000)}>
        <bdi>{name}</bdi>
      </th>
      <td>{type}</td>
      <td>{shapeText(shape, props.trans)}</td>
    </>
  );
}
