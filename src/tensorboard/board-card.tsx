/** What is seen of a board that does not run: what it does, or why it does not and what to do. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { BoardModel } from './board-model';

/** Installs TensorBoard in the environment that is shown in the message. */
const INSTALL = 'pip install tensorboard';

/** Nothing while the board runs and has something to show. */
export function BoardCard(props: {
  readonly model: BoardModel;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { model, trans } = props;
  const { state, board, message } = model;
  const again = (
    <button className="jp-mod-styled" onClick={() => void model.start()}>
      {trans.__('Start Again')}
    </button>
  );
  switch (state) {
    case 'running':
      return board && board.withoutEvents.length > 0 ? (
        <p className="jp-TfxBoard-note" role="status">
          {trans.__(
            'No event files yet in %1. The board fills as soon as a training writes them.',
            board.withoutEvents.join(', ')
          )}
        </p>
      ) : null;
    case 'asking':
    case 'starting':
      return (
        <section className="jp-TfxBoard-card" role="status">
          <h2>{trans.__('TensorBoard is starting')}</h2>
          <progress aria-label={trans.__('TensorBoard is starting')} />
          <p>
            {board
              ? trans.__('It is %1. This may take some seconds.', board.doing)
              : trans.__('Asking the Jupyter server.')}
          </p>
          <button className="jp-mod-styled" onClick={() => void model.stop()}>
            {trans.__('Cancel')}
          </button>
        </section>
      );
    case 'ended':
      return (
        <section className="jp-TfxBoard-card" role="status">
          <h2>{trans.__('This TensorBoard has been stopped')}</h2>
          <p>{trans.__('Start it again to see the training runs.')}</p>
          {again}
        </section>
      );
    case 'failed':
      return (
        <section className="jp-TfxBoard-card jp-mod-problem" role="alert">
          <h2>{trans.__('TensorBoard does not run')}</h2>
          <p>
            {message ||
              trans.__('The Jupyter server does not answer. Check that it runs, and start again.')}
          </p>
          {board?.missing && (
            <pre>
              <code>{INSTALL}</code>
            </pre>
          )}
          {again}
          {board?.detail && (
            <details>
              <summary>{trans.__('What it wrote')}</summary>
              <pre tabIndex={0}>{board.detail}</pre>
            </details>
          )}
        </section>
      );
  }
}
