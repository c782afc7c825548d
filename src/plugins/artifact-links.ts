/** Links to artifacts: `https://hub.example.org/user/me/lab?tfx-artifact=Model /runs/Trainer/model/7`. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IRouter } from '@jupyterlab/application';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';

import { CommandIDs } from '../commands';
import { linkedArtifacts, PARAMETER, withoutLinks } from './linked-artifacts';

/** Opens what the address names, once, and takes it out of the address. */
export const artifactLinks: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:artifact-links',
  description: 'Opens the artifacts that JupyterLab’s address names, as links from Airflow do.',
  autoStart: true,
  requires: [IRouter],
  optional: [ITranslator],
  activate: (app: JupyterFrontEnd, router: IRouter, translator: ITranslator | null) => {
    const { commands, restored } = app;
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    commands.addCommand(CommandIDs.openLinkedArtifacts, {
      label: trans.__('Open Linked Artifacts'),
      caption: trans.__('Show the artifacts that the address names, each in a tab'),
      isVisible: () => false,
      describedBy: { args: { type: 'object', properties: {} } },
      execute: async () => {
        const { path, search, hash } = router.current;
        const found = linkedArtifacts(search ?? '');
        router.navigate(`${path}${withoutLinks(search ?? '')}${hash ?? ''}`, { skipRouting: true });
        await restored;
        for (const artifact of found) {
          await commands.execute(CommandIDs.openArtifact, { artifacts: [{ ...artifact }] });
        }
      }
    });
    router.register({
      command: CommandIDs.openLinkedArtifacts,
      pattern: new RegExp(`[?&]${PARAMETER}=`)
    });
  }
};
