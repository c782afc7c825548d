/** Artifacts of the panel: asked for by where the kernel has them. */
import { PathExt } from '@jupyterlab/coreutils';
import { DisposableDelegate } from '@lumino/disposable';
import { Widget } from '@lumino/widgets';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import { CommandIDs } from '../commands';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IMadeArtifact, IPanelArtifacts } from '../panel/panel-artifacts';
import type { INodeExecution, IPipeline } from '../pipeline/pipeline';
import type { Artifact, TensorBoardLogdir } from '../protocol';
import type { IArtifactPlaces } from './artifact-places';

/** Opens and draws artifacts of the current notebook's pipeline. */
export function panelArtifacts(
  places: IArtifactPlaces,
  pipelines: PipelineTracker
): IPanelArtifacts {
  const address = (artifact: Artifact): IArtifactAddress => artifactAddress(artifact, pipelines);
  return {
    open: artifacts =>
      void places.commands.execute(CommandIDs.openArtifact, {
        artifacts: artifacts.map(artifact => ({ ...address(artifact) }))
      }),
    made: artifactsOf,
    figures: async (run, signal) =>
      (await import('./make-figures')).runFigures(address(run), places, signal),
    openTensorBoard: runs =>
      void places.commands.execute(CommandIDs.openTensorBoard, {
        logdirs: runs.map(artifact => ({ ...runLogdir(address(artifact)) }))
      }),
    attach: (artifact, element) => {
      let widget: Widget | null = null;
      let isGone = false;
      void import('./make-artifact').then(({ artifactWidget }) => {
        if (!isGone) {
          widget = artifactWidget([address(artifact)], 'compact', places);
          Widget.attach(widget, element);
        }
      });
      return new DisposableDelegate(() => {
        isGone = true;
        widget?.dispose();
      });
    }
  };
}

/** A training run as TensorBoard's logdir: called by its component and execution, as TFX's folders are. */
export function runLogdir({ uri }: IArtifactAddress): TensorBoardLogdir {
  const parts = uri.replace(/\/+$/, '').split('/');
  const isOutput = parts.length > OUTPUT && /^\d+$/.test(parts.at(-1) ?? '');
  return { uri, name: isOutput ? `${parts.at(-OUTPUT)} ${parts.at(-1)}` : '' };
}

/** Parts of an output's path below the pipeline's root: component, output, execution. */
const OUTPUT = 3;

/** Artifacts of a type that a pipeline's executions have made, each once, newest first. */
export function artifactsOf(pipeline: IPipeline, type: string): IMadeArtifact[] {
  const found = new Map<string, IMadeArtifact>();
  for (const { id: node, executions, outputs } of pipeline.nodes) {
    const made = [
      ...executions.flatMap(each => each.outputs.map(artifact => ({ artifact, at: each.endedAt }))),
      ...outputs.flatMap(each => each.artifacts.map(artifact => ({ artifact, at: null })))
    ];
    for (const { artifact, at } of made) {
      if (artifact.type === type && !found.has(artifact.uri)) {
        found.set(artifact.uri, { artifact, node, madeAt: at });
      }
    }
  }
  return [...found.values()].sort((a, b) => (b.madeAt ?? 0) - (a.madeAt ?? 0));
}

/**
 * What the newest execution took that has an output with such an address, by the component's names for it; empty where
 * none is known.
 */
export function inputsOf(
  { nodes }: IPipeline,
  isOutput: (artifact: Artifact) => boolean
): INodeExecution['inputs'] {
  const [newest] = nodes
    .flatMap(({ executions }) => executions.filter(({ outputs }) => outputs.some(isOutput)))
    .sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0));
  return newest?.inputs ?? {};
}

/** How the server is asked for an artifact of the current pipeline. */
export function artifactAddress(
  { uri, type, name, id }: Artifact,
  pipelines: PipelineTracker
): IArtifactAddress {
  return { uri: absolute(uri, pipelines), type, name, id };
}

/**
 * A relative URI is one below the kernel's working directory; without a kernel, below the notebook's folder,
 * which is what the server takes it for.
 */
function absolute(uri: string, { current }: PipelineTracker): string {
  if (!current || uri.startsWith('/') || uri.includes('://')) {
    return uri;
  }
  const cwd = current.model.kernel?.cwd ?? null;
  return cwd === null
    ? PathExt.join(PathExt.dirname(current.panel.context.localPath), uri)
    : `${cwd}/${uri}`;
}
