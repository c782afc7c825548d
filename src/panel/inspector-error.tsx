/** A failure: what it means, where it is, and the traceback with links to cells. */
import * as React from 'react';

import { CommandIDs } from '../commands';
import type { Frame, RunError } from '../protocol';
import type { INodeProps } from './model-widget';

/** The sentence first, the rest folded. */
export function InspectorError(
  props: INodeProps & { readonly error: RunError }
): React.JSX.Element {
  const { error, model, trans, commands } = props;
  const { cellId, line } = error;
  return (
    <section className="jp-TfxInspector-error" role="alert">
      <p>{error.sentence ?? `${error.name}: ${error.message}`}</p>
      {cellId !== null && (
        <p>
          <button
            className="jp-TfxPanel-link"
            onClick={() =>
              void commands.execute(
                CommandIDs.showCell,
                line === null ? { cellId } : { cellId, line }
              )
            }
          >
            {line === null
              ? model.cellLabel(cellId)
              : trans.__('%1, line %2', model.cellLabel(cellId), line)}
          </button>
        </p>
      )}
      <details>
        <summary>{trans.__('Traceback')}</summary>
        <ol className="jp-TfxInspector-frames">
          {error.frames.map((frame, i) => (
            <li key={i}>
              <FrameLine {...props} frame={frame} />
            </li>
          ))}
        </ol>
        <pre>{`${error.name}: ${error.message}`}</pre>
      </details>
    </section>
  );
}

function FrameLine(props: INodeProps & { readonly frame: Frame }): React.JSX.Element {
  const { frame, model, commands } = props;
  const { cellId, line, file } = frame;
  const text = `${cellId === null ? file : model.cellLabel(cellId)}:${line ?? '?'}`;
  const open = { path: file, ...(line === null ? {} : { line }) };
  const onClick =
    cellId !== null
      ? () => commands.execute(CommandIDs.showCell, line === null ? { cellId } : { cellId, line })
      : commands.isEnabled(CommandIDs.openFile, open)
        ? () => commands.execute(CommandIDs.openFile, open)
        : null;
  return (
    <>
      {onClick ? (
        <button className="jp-TfxPanel-link" title={file} onClick={() => void onClick()}>
          {text}
        </button>
      ) : (
        <span title={file}>{text}</span>
      )}{' '}
      <small>{frame.function}</small>
      {frame.text && <code>{frame.text}</code>}
    </>
  );
}
