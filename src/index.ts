/** The list of plugins, and what other extensions may use. */
import type { JupyterFrontEndPlugin } from '@jupyterlab/application';

import { artifactFiles } from './plugins/artifact-files';
import { artifactLinks } from './plugins/artifact-links';
import { artifactPlaces, artifacts } from './plugins/artifacts';
import { badges } from './plugins/badges';
import { compare } from './plugins/compare';
import { component } from './plugins/component';
import { exporting } from './plugins/export';
import { graph } from './plugins/graph';
import { launcher } from './plugins/launcher';
import { panel } from './plugins/panel';
import { run } from './plugins/run';
import { runsOnGraph } from './plugins/runs-on-graph';
import { status } from './plugins/status';
import { tensorboard } from './plugins/tensorboard';
import { notebookPipelines, tracker } from './plugins/tracker';

const plugins: JupyterFrontEndPlugin<unknown>[] = [
  notebookPipelines,
  tracker,
  run,
  component,
  runsOnGraph,
  panel,
  graph,
  artifactPlaces,
  artifacts,
  artifactFiles,
  artifactLinks,
  compare,
  badges,
  status,
  launcher,
  tensorboard,
  exporting
];

export default plugins;
export { artifactView } from './artifacts/make-view';
export type {
  IArtifactAddress,
  IArtifactHost,
  IArtifactView,
  IArtifactViewEntry,
  IArtifactViewParts,
  IArtifactViewProps,
  IOpening,
  ISplitAnomalies,
  IViewItem,
  ViewSize
} from './artifacts/artifact-view';
export type { IArtifactSource, IByteRange } from './artifacts/artifact-source';
export * from './tokens';
