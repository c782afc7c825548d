/** Makes what shows a board: loaded with the first one. */
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ToolbarButton, refreshIcon, stopIcon } from '@jupyterlab/ui-components';
import { UUID } from '@lumino/coreutils';

import type { TensorBoardRequest } from '../protocol';
import { TensorBoardClient } from '../server/tensorboard-client';
import { BoardModel } from '../tensorboard/board-model';
import { BoardWidget } from '../tensorboard/board-widget';
import { boardTitle } from '../tensorboard/logdirs';
import { boardIcon } from './board-icon';

/** Options of {@link makeBoard}. */
export interface IMakeBoardOptions {
  /** What is asked for; the settings may be others when it is asked for again. */
  readonly request: () => TensorBoardRequest;
  readonly settings: ServerConnection.ISettings;
  readonly trans: TranslationBundle;
  readonly isDark: () => boolean;
}

/** A tab with a board that starts. */
export function makeBoard(options: IMakeBoardOptions): MainAreaWidget<BoardWidget> {
  const { request, settings, trans, isDark } = options;
  const model = new BoardModel(
    new TensorBoardClient(settings),
    request,
    (): boolean => tab.isVisible && !tab.isDisposed
  );
  const tab = new MainAreaWidget<BoardWidget>({
    content: new BoardWidget(model, trans, isDark)
  });
  const { logdirs } = request();
  tab.id = `jupyterlab-tfx-tensorboard-${UUID.uuid4()}`;
  tab.title.label = boardTitle(logdirs, trans);
  tab.title.caption = logdirs.map(({ uri }) => uri).join('\n');
  tab.title.icon = boardIcon;
  tab.title.closable = true;
  const stop = new ToolbarButton({
    icon: stopIcon,
    label: trans.__('Stop'),
    tooltip: trans.__('Stop this TensorBoard'),
    onClick: () => void model.stop()
  });
  model.changed.connect(({ state }) => {
    stop.enabled = state !== 'ended' && state !== 'failed';
  });
  tab.toolbar.addItem('stop', stop);
  tab.toolbar.addItem(
    'restart',
    new ToolbarButton({
      icon: refreshIcon,
      label: trans.__('Restart'),
      tooltip: trans.__('Stop this TensorBoard, and start it again'),
      onClick: () => void model.stop().then(() => model.start())
    })
  );
  void model.start();
  return tab;
}

/** For the Running panel, and for stopping all. */
export function boardClient(settings: ServerConnection.ISettings): TensorBoardClient {
  return new TensorBoardClient(settings);
}
