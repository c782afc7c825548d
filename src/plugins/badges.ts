/** Badges of the components' states on the notebook's cells. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ISettingRegistry } from '@jupyterlab/settingregistry';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import type { CellBadges } from '../notebook/cell-badges';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';

const SETTINGS = 'jupyterlab-tfx:panel';

/** There are none before the panel was open. */
export const badges: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:badges',
  description: 'Marks each cell that runs a TFX component with the component’s state.',
  autoStart: true,
  requires: [INotebookPipelines],
  optional: [ITranslator, ISettingRegistry],
  activate: (
    _: JupyterFrontEnd,
    pipelines: PipelineTracker,
    translator: ITranslator | null,
    settings: ISettingRegistry | null
  ) => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    let wanted = true;
    const shown = new Set<CellBadges>();
    const update = async (): Promise<void> => {
      const { current } = pipelines;
      const { CellBadges: Badges } = current
        ? await import('../notebook/cell-badges')
        : { CellBadges: null };
      shown.forEach(old => old.dispose());
      shown.clear();
      if (Badges && wanted && current === pipelines.current && !current!.isDisposed) {
        shown.add(new Badges(current!, trans));
      }
    };
    pipelines.currentChanged.connect(() => void update());
    if (settings) {
      void settings.load(SETTINGS).then(loaded => {
        const read = (): void => {
          wanted = loaded.get('cellBadges').composite !== false;
          void update();
        };
        loaded.changed.connect(read);
        read();
      });
    }
  }
};
