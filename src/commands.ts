/** Command ids, and the types of their arguments. */

/** Every command of the extension. */
export namespace CommandIDs {
  export const openPanel = 'tfx:open-panel';
  export const openGraph = 'tfx:open-graph';
  export const step = 'tfx:run-next';
  export const runToHere = 'tfx:run-to-component';
  export const runFromHere = 'tfx:run-from-component';
  export const runStale = 'tfx:run-stale';
  export const runNoCache = 'tfx:run-without-cache';
  export const interrupt = 'tfx:interrupt-run';
  export const showCell = 'tfx:show-cell';
  export const attach = 'tfx:attach-kernel';
  export const detach = 'tfx:detach-kernel';
  export const refresh = 'tfx:refresh-pipeline';
  export const chooseStore = 'tfx:choose-store';
  export const insertInstallCell = 'tfx:insert-install-cell';
  export const useNewest = 'tfx:use-newest-execution';
  export const newPipeline = 'tfx:create-pipeline-notebook';
  /** Open a file of a pipeline (module file, data) by path in the editor. */
  export const openFile = 'tfx:open-file';
  /** Put text (a URI, a root) on the clipboard. */
  export const copyText = 'tfx:copy-text';
  /** Show artifacts in a tab; several of one type are compared. */
  export const openArtifact = 'tfx:open-artifact';
  /** Show the artifacts that JupyterLab's address names, each in a tab. */
  export const openLinkedArtifacts = 'tfx:open-linked-artifacts';
  /** Choose another artifact of the same type, and show both in a tab. */
  export const compareArtifact = 'tfx:compare-artifact';
  /** Show the TensorBoard of training runs, or of any folders, in a tab. */
  export const openTensorBoard = 'tfx:open-tensorboard';
  /** Stop every TensorBoard of this server. */
  export const stopTensorBoards = 'tfx:stop-tensorboards';
  /** Show what a notebook's pipeline is as Python files, and write them. */
  export const exportPipeline = 'tfx:export-pipeline';
  /** Choose where the Beam jobs of a component run. */
  export const chooseBeamRunner = 'tfx:choose-beam-runner';
  export const describePipeline = 'tfx:describe-pipeline';
}

/** Arguments of the commands that work on one component. */
export interface IComponentArgs {
  /** Node id; the panel's selection where it is left out. */
  component?: string;
  /** `showCell`: the cell, where it is not a component's own. */
  cellId?: string;
  /** `showCell`: 1-based line in that cell. */
  line?: number;
  /** Run the plan without showing it first. */
  confirmed?: boolean;
}
