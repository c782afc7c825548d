/** Artifacts: the registry of their views, cell outputs, tabs. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { ILabShell, ILayoutRestorer } from '@jupyterlab/application';
import { type MainAreaWidget, WidgetTracker } from '@jupyterlab/apputils';
import { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

import { ARTIFACT_MIME, ArtifactOutput } from '../artifacts/artifact-output';
import { ArtifactViews } from '../artifacts/artifact-views';
import { genericView, standardViews } from '../artifacts/standard-views';
import { CommandIDs } from '../commands';
import { INotebookPipelines, type PipelineTracker } from '../notebook/pipeline-tracker';
import { IArtifactViews } from '../tokens';
import { artifactHost } from './artifact-host';
import { addTab } from './add-tab';
import { openArguments, readAddresses, readOpening } from './artifact-arguments';
import { IArtifactPlaces } from './artifact-places';

/** Views of TFX's types. */
export const artifactPlaces: JupyterFrontEndPlugin<IArtifactPlaces> = {
  id: 'jupyterlab-tfx:artifact-places',
  description: 'Keeps the views of TFX artifacts, for the plugins of jupyterlab-tfx.',
  autoStart: true,
  optional: [ITranslator, INotebookPipelines],
  provides: IArtifactPlaces,
  activate: (
    { commands, serviceManager }: JupyterFrontEnd,
    translator: ITranslator | null,
    pipelines: PipelineTracker | null
  ): IArtifactPlaces => {
    const trans = (translator ?? nullTranslator).load('jupyterlab_tfx');
    const { contents, serverSettings: settings } = serviceManager;
    const views = new ArtifactViews(genericView);
    standardViews.forEach(entry => views.register(entry));
    const host = artifactHost({ commands, contents, settings, trans, pipelines });
    return { views, trans, commands, settings, host };
  }
};

/** Before text/html and all else that an output may have. */
const RANK = 0;

/** Draws artifact documents and opens artifacts in tabs; what draws is loaded with the first one. */
export const artifacts: JupyterFrontEndPlugin<IArtifactViews> = {
  id: 'jupyterlab-tfx:artifacts',
  description: 'Shows TFX artifacts in cell outputs and tabs, and lets other extensions add views.',
  autoStart: true,
  requires: [IArtifactPlaces],
  optional: [IRenderMimeRegistry, ILayoutRestorer, ILabShell],
  provides: IArtifactViews,
  activate: (
    { commands, shell }: JupyterFrontEnd,
    places: IArtifactPlaces,
    rendermime: IRenderMimeRegistry | null,
    restorer: ILayoutRestorer | null,
    labShell: ILabShell | null
  ) => {
    const { views, trans } = places;
    const make = () => import('./make-artifact');

    rendermime?.addFactory(
      {
        safe: true,
        mimeTypes: [ARTIFACT_MIME],
        defaultRank: RANK,
        createRenderer: () =>
          new ArtifactOutput(async document => (await make()).artifactOutput(document, places))
      },
      RANK
    );

    const tabs = new WidgetTracker<MainAreaWidget>({ namespace: 'jupyterlab-tfx-artifact' });
    const keys = new WeakMap<MainAreaWidget, string>();
    const asked = new WeakMap<MainAreaWidget, ReadonlyPartialJSONObject>();
    commands.addCommand(CommandIDs.openArtifact, {
      label: trans.__('Open Artifact'),
      caption: trans.__('Show the artifact in a tab; several of one type are compared'),
      isEnabled: args => readAddresses(args).length > 0,
      describedBy: {
        args: openArguments
      },
      execute: async args => {
        const addresses = readAddresses(args);
        const opening = readOpening(args);
        const { rows, edited } = opening;
        const named = addresses.map(({ uri, type }) => [uri, type]);
        const key = JSON.stringify(rows ? [...named, [rows.split, rows.filter]] : named);
        // A tab that was opened with edits may have others by now: each has its own.
        const there = edited ? undefined : tabs.find(tab => keys.get(tab) === key);
        if (addresses.length === 0) {
          return;
        }
        if (there) {
          shell.activateById(there.id);
          return;
        }
        const tab = (await make()).artifactTab(addresses, places, opening);
        keys.set(tab, key);
        // As any edit that is not saved, those are gone after a reload.
        asked.set(
          tab,
          rows ? { artifacts: args.artifacts, rows: { ...rows } } : { artifacts: args.artifacts }
        );
        await tabs.add(tab);
        addTab(shell, labShell, tab);
      }
    });
    if (restorer) {
      void restorer.restore(tabs, {
        command: CommandIDs.openArtifact,
        args: tab => asked.get(tab) ?? {},
        name: tab => keys.get(tab) ?? ''
      });
    }
    return views;
  }
};
