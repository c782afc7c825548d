/** Puts the panel's section on runs in the background together, and the look of a run on the graph. */
import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { BackgroundNode } from '../protocol';
import { BackgroundModel } from '../runs/background-model';
import { BackgroundSection } from '../runs/background-section';
import { backgroundNodeWords, backgroundRunTitle, withNodes } from '../runs/background-states';
import { BackgroundClient } from '../server/background-client';
import type { IRuns } from './make-runs';

/** Options of {@link makeBackground}. */
export interface IMakeBackgroundOptions {
  readonly pipelines: PipelineTracker;
  readonly trans: TranslationBundle;
  readonly openArtifacts: (artifacts: readonly IArtifactAddress[]) => void;
  /** Show the export of the current notebook's pipeline. */
  readonly onExport: () => void;
}

/**
 * Follows the runs of the current notebook's exported pipeline for as long as the section is seen, or a graph with
 * one of them.
 */
export function makeBackground(options: IMakeBackgroundOptions): IRuns {
  const { pipelines, trans, openArtifacts, onExport } = options;
  const model: BackgroundModel = new BackgroundModel(
    new BackgroundClient(ServerConnection.makeSettings()),
    () =>
      section.isVisible || (model.onGraph && pipelines.current !== null && pipelines.current.active)
  );
  const section: BackgroundSection = new BackgroundSection({
    model,
    kernel: () => pipelines.current?.place.kernel ?? null,
    onExport,
    open: artifacts =>
      openArtifacts(artifacts.map(({ uri, type, id }) => ({ uri, type, id, name: '' }))),
    trans
  });
  const follow = (): void => {
    const path = pipelines.current?.place.path;
    if (path !== undefined && path !== shown) {
      shown = path;
      // Where the export writes it, unless the person says otherwise.
      model.folder = `${path.slice(0, path.length - PathExt.extname(path).length)}-pipeline`;
    }
  };
  let shown: string | null = null;
  pipelines.currentChanged.connect(follow);
  follow();
  section.disposed.connect(() => {
    pipelines.currentChanged.disconnect(follow);
    model.dispose();
  });
  const nodes = (): readonly BackgroundNode[] | null =>
    model.onGraph && model.state ? model.state.nodes : null;
  const nodeOf = (id: string): BackgroundNode | undefined => {
    const componentId = pipelines.current?.model.node(id)?.componentId ?? id;
    return nodes()?.find(node => node.id === componentId);
  };
  return {
    section,
    select: () => undefined,
    openNode: id => {
      const made = nodeOf(id)?.artifacts ?? [];
      made.forEach(({ uri, type, id: artifact }) =>
        openArtifacts([{ uri, type, id: artifact, name: '' }])
      );
      return made.length > 0;
    },
    overlay: {
      changed: model.changed,
      get title() {
        return model.onGraph && model.run
          ? trans.__('In the background: %1', backgroundRunTitle(model.run, trans))
          : null;
      },
      apply: pipeline => withNodes(pipeline, nodes() ?? []),
      stateWords: node => {
        const found = nodes()?.find(each => each.id === node.componentId);
        return found
          ? trans.__('in the background: %1', backgroundNodeWords(found, trans))
          : trans.__('not in this run in the background');
      },
      leave: () => (model.onGraph = false)
    }
  };
}
