/** TensorBoard in a tab: commands, launcher card, file browser, what runs. What shows it is loaded with the first one. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILabShell, ILayoutRestorer } from '@jupyterlab/application';
import {
  ICommandPalette,
  InputDialog,
  IThemeManager,
  type MainAreaWidget,
  WidgetTracker
} from '@jupyterlab/apputils';
import { IDefaultFileBrowser } from '@jupyterlab/filebrowser';
import { ILauncher } from '@jupyterlab/launcher';
import { IRunningSessionManagers } from '@jupyterlab/running';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import type { TensorBoardLogdir } from '../protocol';
import type { BoardWidget } from '../tensorboard/board-widget';
import { logdirsKey } from '../tensorboard/logdirs';
import { addTab } from './add-tab';
import { readText } from './arguments';
import { boardIcon } from './board-icon';
import { boardArguments, readLogdirs } from './tensorboard-arguments';
import { listBoards } from './tensorboard-running';

const ID = 'jupyterlab-tfx:tensorboard';

/** Opens, finds again and restores boards. */
export const tensorboard: JupyterFrontEndPlugin<void> = {
  id: ID,
  description: 'Shows TensorBoard for training runs and folders, in a tab.',
  autoStart: true,
  optional: [
    ITranslator,
    ISettingRegistry,
    ILayoutRestorer,
    ILabShell,
    ICommandPalette,
    ILauncher,
    IDefaultFileBrowser,
    IThemeManager,
    INotebookPipelines,
    IRunningSessionManagers
  ],
  activate: (
    { commands, shell, serviceManager, restored }: JupyterFrontEnd,
    translator: ITranslator | null,
    registry: ISettingRegistry | null,
    restorer: ILayoutRestorer | null,
    labShell: ILabShell | null,
    palette: ICommandPalette | null,
    cards: ILauncher | null,
    browser: IDefaultFileBrowser | null,
    themes: IThemeManager | null,
    pipelines: PipelineTracker | null,
    managers: IRunningSessionManagers | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const { contents, serverSettings: settings } = serviceManager;
    const tabs = new WidgetTracker<MainAreaWidget<BoardWidget>>({
      namespace: 'jupyterlab-tfx-tensorboard'
    });
    const asked = new WeakMap<MainAreaWidget, ReadonlyPartialJSONObject>();
    const keyOf = (tab: MainAreaWidget): string => logdirsKey(readLogdirs(asked.get(tab) ?? {}));
    const isDark = (): boolean => !!themes?.theme && !themes.isLight(themes.theme);
    let reloadInterval = 5;
    let idleMinutes = 60;
    let stopOnClose = false;
    const list = managers && listBoards({ managers, commands, settings, trans, restored });
    themes?.themeChanged.connect(() => tabs.forEach(({ content }) => content.updateTheme()));

    /** Folders that are chosen in the file browser; its own folder where none is. */
    const selected = (): TensorBoardLogdir[] =>
      [...(browser?.selectedItems() ?? [])]
        .filter(({ type }) => type === 'directory')
        .map(({ path }) => ({ uri: contents.localPath(path), name: '' }));

    const ask = async (): Promise<TensorBoardLogdir[]> => {
      const { value } = await InputDialog.getText({
        title: trans.__('Open TensorBoard'),
        label: trans.__(
          'Folder with event files: a path below the server’s root, or gs:// or s3://'
        ),
        text: browser ? contents.localPath(browser.model.path) || '.' : ''
      });
      return value?.trim() ? [{ uri: value.trim(), name: '' }] : [];
    };

    commands.addCommand(CommandIDs.openTensorBoard, {
      label: args => (args.isLauncher ? trans.__('TensorBoard') : trans.__('Open TensorBoard')),
      caption: trans.__('Show training runs in TensorBoard; several are compared'),
      icon: args => (args.isPalette ? undefined : boardIcon),
      isVisible: args => args.context !== true || selected().length > 0,
      describedBy: { args: boardArguments },
      execute: async args => {
        const named = args.context === true ? selected() : readLogdirs(args);
        const logdirs = named.length > 0 ? named : await ask();
        if (logdirs.length === 0) {
          return;
        }
        const there = tabs.find(tab => keyOf(tab) === logdirsKey(logdirs));
        if (there) {
          const { model } = there.content;
          if (model.state === 'ended' || model.state === 'failed') {
            void model.start();
          }
          shell.activateById(there.id);
          return;
        }
        const kernel =
          readText(args, 'kernel') ??
          pipelines?.current?.panel.sessionContext.session?.kernel?.id ??
          null;
        const request = () => ({ logdirs, kernel, reloadInterval, idleMinutes });
        const { makeBoard } = await import('./make-board');
        const tab = makeBoard({ request, settings, trans, isDark });
        asked.set(tab, { logdirs: logdirs.map(each => ({ ...each })) });
        tab.content.model.changed.connect(() => void list?.());
        tab.disposed.connect(() => {
          if (stopOnClose) {
            void tab.content.model.stop().then(() => list?.());
          }
        });
        await tabs.add(tab);
        addTab(shell, labShell, tab);
      }
    });
    commands.addCommand(CommandIDs.stopTensorBoards, {
      label: trans.__('Stop All TensorBoards'),
      caption: trans.__('Stop every TensorBoard that this server runs'),
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const { boardClient } = await import('./make-board');
        await boardClient(settings).stopAll();
        await list?.();
      }
    });
    if (restorer) {
      void restorer.restore(tabs, {
        command: CommandIDs.openTensorBoard,
        args: tab => asked.get(tab) ?? {},
        name: keyOf
      });
    }
    const category = trans.__('TFX');
    const command = CommandIDs.openTensorBoard;
    cards?.add({ command, category: trans.__('Other'), rank: 10, args: { isLauncher: true } });
    palette?.addItem({ command, category, args: { isPalette: true } });
    palette?.addItem({ command: CommandIDs.stopTensorBoards, category });
    void registry?.load(ID).then(loaded => {
      const read = (): void => {
        const number = (name: string, otherwise: number): number => {
          const value = loaded.get(name).composite;
          return typeof value === 'number' ? value : otherwise;
        };
        reloadInterval = Math.max(1, Math.round(number('reloadInterval', 5)));
        idleMinutes = Math.max(0, number('idleMinutes', 60));
        stopOnClose = loaded.get('stopOnClose').composite === true;
      };
      loaded.changed.connect(read);
      read();
    });
  }
};
