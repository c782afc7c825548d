/** What views of artifacts may ask of JupyterLab: a tab, the kernel, a cell, a file. */
import { Dialog, InputDialog, showDialog } from '@jupyterlab/apputils';
import { PathExt } from '@jupyterlab/coreutils';
import type { Contents, ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';

import type { IArtifactAddress, IArtifactHost } from '../artifacts/artifact-view';
import { CommandIDs } from '../commands';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IPipelineNode } from '../pipeline/pipeline';
import type { Artifact } from '../protocol';
import { KernelPredictions } from './kernel-predictions';
import { artifactAddress, artifactsOf, inputsOf, runLogdir } from './panel-artifacts';

/** Options of {@link artifactHost}. */
export interface IArtifactHostOptions {
  readonly commands: CommandRegistry;
  readonly contents: Contents.IManager;
  readonly settings: ServerConnection.ISettings;
  readonly trans: TranslationBundle;
  /** null where there are no notebooks, as on some pages of Notebook 7. */
  readonly pipelines: PipelineTracker | null;
}

/** The host of all views. */
export function artifactHost(options: IArtifactHostOptions): IArtifactHost {
  const { commands, contents, settings, trans, pipelines } = options;
  const pipeline = async (tracker: PipelineTracker): Promise<NotebookPipeline> => {
    const current = await tracker.load();
    if (!current) {
      throw new Error(trans.__('Open the notebook that builds the pipeline, and try again.'));
    }
    return current;
  };
  const inputs: IArtifactHost['inputs'] =
    pipelines &&
    (async uri => {
      const address = (artifact: Artifact): IArtifactAddress =>
        artifactAddress(artifact, pipelines);
      const { pipeline: made } = await pipeline(pipelines);
      const taken = inputsOf(made, artifact => address(artifact).uri === uri);
      return Object.entries(taken).flatMap(([input, artifacts]) =>
        artifacts.map(artifact => ({ ...address(artifact), input }))
      );
    });
  return {
    open: (artifacts, { rows, edited } = {}) =>
      void commands.execute(CommandIDs.openArtifact, {
        artifacts: artifacts.map(artifact => ({ ...artifact })),
        ...(rows && { rows: { ...rows } }),
        ...(edited && { edited: { ...edited } })
      }),
    openTensorBoard: runs =>
      void commands.execute(CommandIDs.openTensorBoard, {
        logdirs: runs.map(run => ({ ...runLogdir(run) }))
      }),
    find:
      pipelines &&
      (async type => {
        const { pipeline: made } = await pipeline(pipelines);
        return artifactsOf(made, type).map(({ artifact }) => artifactAddress(artifact, pipelines));
      }),
    inputs,
    source: async (address, signal) => {
      const { artifactSource } = await import('./make-artifact');
      return artifactSource(address, settings, signal);
    },
    validate:
      pipelines &&
      (async question => {
        const current = await pipeline(pipelines);
        const { splits } = await current.withKernel(kernel =>
          kernel.ask('validate', { ...question })
        );
        return splits.map(({ split, anomalies }) => ({
          split,
          anomalies: Uint8Array.from(atob(anomalies), character => character.charCodeAt(0))
        }));
      }),
    predictions: evaluation =>
      new KernelPredictions({
        ...{ evaluation, settings, trans },
        inputs: inputs ?? (async () => []),
        pipeline: pipelines && (() => pipeline(pipelines))
      }),
    insertCell:
      pipelines &&
      ((source, madeBy) => {
        void pipeline(pipelines).then(current => {
          const maker = madeBy === undefined ? null : makerOf(madeBy, current, pipelines);
          return current.insertCell(
            typeof source === 'string' ? source : source(maker?.variable ?? null),
            maker?.cells.run.at(-1) ?? maker?.cells.defined
          );
        });
      }),
    saveText: async (suggestedPath, text) => {
      const notebook = pipelines?.current?.panel.context.localPath;
      const folder = notebook === undefined ? '' : PathExt.dirname(notebook);
      const path = await save(contents, trans, PathExt.join(folder, suggestedPath), text);
      return path === null ? null : PathExt.relative(folder, path);
    }
  };
}

/** The node that made an artifact; null where the pipeline has none that did. */
function makerOf(
  uri: string,
  { pipeline: { nodes } }: NotebookPipeline,
  pipelines: PipelineTracker
): IPipelineNode | null {
  const isIt = (artifact: Artifact): boolean => artifactAddress(artifact, pipelines).uri === uri;
  return (
    nodes.find(
      ({ outputs, executions }) =>
        outputs.some(({ artifacts }) => artifacts.some(isIt)) ||
        executions.some(execution => execution.outputs.some(isIt))
    ) ?? null
  );
}

/** Asks where, and whether to write over what is there. */
async function save(
  contents: Contents.IManager,
  trans: TranslationBundle,
  suggestedPath: string,
  text: string
): Promise<string | null> {
  const { value } = await InputDialog.getText({
    title: trans.__('Save as'),
    label: trans.__('Path below the server’s root'),
    text: suggestedPath
  });
  const path = value?.trim().replace(/^\/+/, '');
  if (!path) {
    return null;
  }
  const there = await contents.get(path, { content: false }).catch(() => null);
  if (there) {
    const { button } = await showDialog({
      title: trans.__('Write over %1?', path),
      body: trans.__('The file is there already.'),
      buttons: [Dialog.cancelButton(), Dialog.warnButton({ label: trans.__('Overwrite') })]
    });
    if (!button.accept) {
      return null;
    }
  }
  await contents.save(path, { type: 'file', format: 'text', content: text });
  return path;
}
