/** Comparing artifacts of one type: of splits, spans, and runs. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { InputDialog, showErrorMessage } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { age } from '../states/times';
import { artifactsArguments, readAddresses } from './artifact-arguments';
import { IArtifactPlaces } from './artifact-places';
import { artifactAddress, artifactsOf } from './panel-artifacts';

interface ICandidate {
  readonly address: IArtifactAddress;
  readonly words: string;
}

/** Offers what the current pipeline has made. */
export const compare: JupyterFrontEndPlugin<void> = {
  id: 'jupyterlab-tfx:compare',
  description: 'Compares a TFX artifact with another one of its type.',
  autoStart: true,
  requires: [INotebookPipelines, IArtifactPlaces],
  activate: (
    { commands }: JupyterFrontEnd,
    pipelines: PipelineTracker,
    { trans }: IArtifactPlaces
  ) => {
    commands.addCommand(CommandIDs.compareArtifact, {
      label: trans.__('Compare with…'),
      caption: trans.__('Choose another artifact of the same type, and show both in a tab'),
      isEnabled: args => readAddresses(args).length > 0,
      describedBy: { args: artifactsArguments },
      execute: async args => {
        const shown = readAddresses(args);
        await pipelines.load();
        const candidates = others(shown, pipelines, trans);
        if (candidates.length === 0) {
          await showErrorMessage(
            trans.__('Nothing to compare with'),
            trans.__(
              'The pipeline of the current notebook has made no other artifact of the type %1. Open the notebook that made it, or run the component again.',
              shown[0]?.type ?? ''
            )
          );
          return;
        }
        const { value } = await InputDialog.getItem({
          title: trans.__('Compare with'),
          items: candidates.map(candidate => candidate.words)
        });
        const chosen = candidates.find(candidate => candidate.words === value);
        if (chosen) {
          await commands.execute(CommandIDs.openArtifact, {
            artifacts: [...shown, chosen.address].map(address => ({ ...address }))
          });
        }
      }
    });
  }
};

/** Artifacts of the same type, newest first. */
function others(
  shown: readonly IArtifactAddress[],
  pipelines: PipelineTracker,
  trans: TranslationBundle
): ICandidate[] {
  const made = pipelines.current ? artifactsOf(pipelines.current.pipeline, shown[0].type) : [];
  return made
    .map(({ artifact, node, madeAt }) => ({
      address: artifactAddress(artifact, pipelines),
      words: [`${node} ${artifact.id ?? artifact.uri}`, madeAt === null ? '' : age(madeAt, trans)]
        .filter(Boolean)
        .join(', ')
    }))
    .filter(({ address }) => !shown.some(one => one.uri === address.uri));
}
