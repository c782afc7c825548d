/** Boards in JupyterLab's own list of what runs. */
import type { IRunningSessionManagers } from '@jupyterlab/running';
import type { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';
import { Signal } from '@lumino/signaling';

import { CommandIDs } from '../commands';
import type { TensorBoard } from '../protocol';
import { logdirName } from '../tensorboard/logdirs';
import { boardIcon } from './board-icon';

/** Milliseconds after which the list is asked for again when it is shown. */
const STALE = 5000;

/** Options of {@link listBoards}. */
export interface IListBoardsOptions {
  readonly managers: IRunningSessionManagers;
  readonly commands: CommandRegistry;
  readonly settings: ServerConnection.ISettings;
  readonly trans: TranslationBundle;
  /** JupyterLab has started: nothing is asked before. */
  readonly restored: Promise<unknown>;
}

/** Lists boards, opens them, shuts them down. Gives what asks the server again which there are. */
export function listBoards(options: IListBoardsOptions): () => Promise<void> {
  const { managers, commands, settings, trans, restored } = options;
  const runningChanged = new Signal<object, void>({});
  let boards: readonly TensorBoard[] = [];
  let askedAt = Infinity;
  void restored.then(() => (askedAt = 0));
  const client = async () => (await import('./make-board')).boardClient(settings);
  const refresh = async (): Promise<void> => {
    askedAt = Infinity;
    boards = await (await client()).list().catch(() => []);
    askedAt = Date.now();
    runningChanged.emit();
  };
  const stop = async (id: string): Promise<void> => {
    await (await client()).stop(id).catch(() => undefined); // it may have ended by itself
    await refresh();
  };
  managers.add({
    name: trans.__('TensorBoards'),
    running: () => {
      // JupyterLab says in no other way that the list is seen.
      if (Date.now() - askedAt > STALE) {
        void refresh();
      }
      return boards
        .filter(({ state }) => state !== 'failed')
        .map(({ id, logdirs }) => ({
          icon: () => boardIcon,
          label: () => logdirs.map(logdirName).join(', '),
          labelTitle: () => logdirs.map(({ uri }) => uri).join('\n'),
          open: () =>
            void commands.execute(CommandIDs.openTensorBoard, {
              logdirs: logdirs.map(each => ({ ...each }))
            }),
          shutdown: () => void stop(id)
        }));
    },
    shutdownAll: () => void commands.execute(CommandIDs.stopTensorBoards),
    refreshRunning: () => void refresh(),
    runningChanged,
    shutdownLabel: trans.__('Stop TensorBoard'),
    shutdownAllLabel: trans.__('Stop All'),
    shutdownAllConfirmationText: trans.__(
      'Stop all TensorBoards? The event files stay as they are.'
    )
  });
  return refresh;
}
