/** What stands in the way of an export, and whether what was written is the notebook's pipeline. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { ExportProblem, Proof } from '../protocol';
import type { IExportPartProps } from './export-form';

/** Props of {@link ExportFindings}. */
export interface IExportFindingsProps extends IExportPartProps {
  readonly showCell: (cellId: string, line: number | null) => void;
}

/** Refusal, problems and proof. */
export function ExportFindings(props: IExportFindingsProps): React.JSX.Element {
  const { model, trans } = props;
  const { reply, message } = model;
  const problems = reply?.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <div className="jp-TfxExport-findings">
      {message !== '' && (
        <p role="alert" className="jp-TfxExport-error">
          {message}{' '}
          <button type="button" className="jp-TfxExport-link" onClick={() => void model.refresh()}>
            {trans.__('Try again')}
          </button>
        </p>
      )}
      {reply?.refused && (
        <p role="alert" className="jp-TfxExport-error">
          {reply.refused}
        </p>
      )}
      <ProofCard model={model} trans={trans} />
      {errors.length > 0 && (
        <section aria-label={trans.__('Errors')}>
          <h3>{trans.__('Put right before the files can be written')}</h3>
          <Problems {...props} problems={errors} />
        </section>
      )}
      {warnings.length > 0 && (
        <details aria-label={trans.__('Warnings')}>
          <summary>{trans._n('%1 thing to know', '%1 things to know', warnings.length)}</summary>
          <Problems {...props} problems={warnings} />
        </details>
      )}
    </div>
  );
}

function Problems(
  props: IExportFindingsProps & { readonly problems: readonly ExportProblem[] }
): React.JSX.Element {
  const { model, trans, problems, showCell } = props;
  const { constants } = model.choices;
  return (
    <ul>
      {problems.map(({ cellId, cell, line, message, name, offer }, index) => (
        <li key={index}>
          {cellId !== null && (
            <>
              <button
                type="button"
                className="jp-TfxExport-link"
                onClick={() => showCell(cellId, line)}
              >
                {line === null
                  ? trans.__('Cell %1', cell)
                  : trans.__('Cell %1, line %2', cell, line)}
              </button>
              {': '}
            </>
          )}
          {message}
          {name !== null && offer !== null && (
            <button
              type="button"
              className="jp-mod-styled"
              title={offer}
              onClick={() => model.choose({ constants: { ...constants, [name]: offer } })}
            >
              {trans.__('Write %1 as a constant', name)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whether the exported pipeline is the notebook's. */
function ProofCard({ model, trans }: IExportPartProps): React.JSX.Element | null {
  const { proof, proofMessage } = model;
  if (proof === null && proofMessage === '') {
    return model.isWritten && model.state === 'ready' ? (
      <p className="jp-TfxExport-proof">
        <ProveButton model={model} trans={trans} label={trans.__('Prove')} />{' '}
        {trans.__('Compile the files with TFX, and compare them with the notebook’s pipeline.')}
      </p>
    ) : null;
  }
  return (
    <div className="jp-TfxExport-proof" role="status" data-proof={proof?.state ?? 'failed'}>
      {proof === null ? (
        <p>
          {proofMessage} <ProveButton model={model} trans={trans} label={trans.__('Prove again')} />
        </p>
      ) : (
        <ProofWords proof={proof} trans={trans} />
      )}
      {proof?.state === 'running' && (
        <button type="button" className="jp-mod-styled" onClick={() => model.stopProof()}>
          {trans.__('Stop')}
        </button>
      )}
      {proof !== null && proof.state !== 'running' && proof.state !== 'same' && (
        <ProveButton model={model} trans={trans} label={trans.__('Prove again')} />
      )}
    </div>
  );
}

function ProofWords(props: {
  readonly proof: Proof;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { proof, trans } = props;
  const { nodes, missing, differences, message } = proof;
  const other =
    proof.against === 'kernel'
      ? trans.__('the kernel’s components')
      : trans.__('what the notebook’s cells declare, as the kernel has no component yet');
  const left = missing.length > 0 && (
    <p>
      {trans.__(
        'Not compared, as the kernel does not have them yet: %1. Run their cells, and prove again.',
        missing.join(', ')
      )}
    </p>
  );
  switch (proof.state) {
    case 'running':
      return (
        <>
          <p>{trans.__('Compiling the exported pipeline with TFX, in a process of its own…')}</p>
          <progress aria-label={trans.__('Compiling')} />
        </>
      );
    case 'same':
      return (
        <>
          <p>
            <strong>{trans.__('Same pipeline.')}</strong>{' '}
            {trans._n(
              '%1 node, its channels and properties, compared with %2.',
              '%1 nodes, their channels and properties, compared with %2.',
              nodes - missing.length,
              other
            )}
          </p>
          {left}
        </>
      );
    case 'different':
      return (
        <>
          <p>
            <strong>{trans.__('Another pipeline.')}</strong> {trans.__('Compared with %1:', other)}
          </p>
          <ul>
            {differences.map(difference => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
          {left}
        </>
      );
    case 'canceled':
      return <p>{trans.__('The proof was stopped.')}</p>;
    default:
      return <p>{message}</p>;
  }
}

function ProveButton(props: IExportPartProps & { readonly label: string }): React.JSX.Element {
  return (
    <button type="button" className="jp-mod-styled" onClick={() => void props.model.prove()}>
      {props.label}
    </button>
  );
}
