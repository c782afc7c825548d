/** Puts the panel together: loaded when it is first seen. */
import { setToolbar } from '@jupyterlab/apputils';
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import type { ITranslator } from '@jupyterlab/translation';
import { ellipsesIcon, ToolbarButton } from '@jupyterlab/ui-components';
import type { CommandRegistry } from '@lumino/commands';
import { type ISignal, Signal } from '@lumino/signaling';
import { Menu } from '@lumino/widgets';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import { CommandIDs } from '../commands';
import { GraphWidget } from '../graph/graph-widget';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IPanelModel } from '../panel/panel-model';
import { PipelinePanel } from '../panel/panel-widget';
import type { IArtifactPlaces } from './artifact-places';
import { beamDefaults } from './beam-settings';
import { makeBackground } from './make-background';
import { makeBeam } from './make-beam';
import { makeRuns } from './make-runs';
import { panelArtifacts } from './panel-artifacts';
import type { RunsOnGraph } from './runs-on-graph';

/** Options of {@link makePanel}. */
export interface IMakePanelOptions {
  readonly commands: CommandRegistry;
  readonly pipelines: PipelineTracker;
  readonly translator: ITranslator;
  readonly artifacts: IArtifactPlaces;
  readonly runs: RunsOnGraph;
  readonly followsCursor: () => boolean;
  /** The panel's settings; null before they are loaded. */
  readonly settings: () => ISettingRegistry.ISettings | null;
  /** A person wants to choose a Beam runner for a component; null: for all. */
  readonly beamAsked: ISignal<unknown, string | null>;
  /** Items of the toolbar, from `schema/panel.json`; null where there is no registry for them. */
  readonly toolbar: Parameters<typeof setToolbar>[1] | null;
}

/** A panel that shows the pipeline of the current notebook for as long as it is seen. */
export async function makePanel(options: IMakePanelOptions): Promise<PipelinePanel> {
  const { commands, pipelines, runs, translator, toolbar } = options;
  const trans = translator.load('jupyterlab_tfx');
  const openArtifacts = (artifacts: readonly IArtifactAddress[]): void =>
    void commands.execute(CommandIDs.openArtifact, {
      artifacts: artifacts.map(artifact => ({ ...artifact }))
    });
  const orchestrator = makeRuns(pipelines, trans, openArtifacts);
  const background = makeBackground({
    pipelines,
    trans,
    openArtifacts,
    onExport: () => void commands.execute(CommandIDs.exportPipeline)
  });
  runs.add([background, orchestrator]);
  const beam = makeBeam({
    pipelines,
    defaults: beamDefaults(options.settings),
    asked: options.beamAsked,
    trans,
    reveal: section => panel.reveal(section)
  });
  const graph = new GraphWidget({
    trans,
    direction: 'down',
    leastScale: 0.85,
    hasFitButton: true,
    overlay: runs.over(),
    onSelect: id => {
      if (pipelines.current) {
        pipelines.current.selected = id;
      }
      runs.select(id);
    },
    onOpen: id => {
      if (pipelines.current) {
        pipelines.current.selected = id;
      }
      if (runs.openNode(id)) {
        return;
      }
      void commands.execute(CommandIDs.showCell, { component: id });
    }
  });
  const panel: PipelinePanel = new PipelinePanel({
    translator,
    commands,
    graph,
    artifacts: panelArtifacts(options.artifacts, pipelines),
    empty: new NoNotebook(),
    sections: [beam, background.section, orchestrator.section]
  });
  if (toolbar) {
    setToolbar(panel, toolbar, panel.toolbar);
  }
  panel.toolbar.addItem('tfx-menu', menuButton(commands, trans.__('More commands')));

  let shown: NotebookPipeline | null = null;
  const show = (): void => {
    const next = panel.isVisible ? pipelines.current : null;
    if (next !== shown) {
      shown?.setViewer(panel, false);
      shown = next;
      shown?.setViewer(panel, true);
    }
    if (shown) {
      shown.followCursor = options.followsCursor();
    }
    if (panel.isVisible) {
      panel.model = shown;
    }
  };
  panel.visibleChanged.connect((_, isVisible) => {
    show();
    if (isVisible) {
      void shown?.checkFiles();
    }
  });
  pipelines.currentChanged.connect(show);
  await pipelines.load();
  show();
  return panel;
}

/** Commands that are needed less often. */
function menuButton(commands: CommandRegistry, tooltip: string): ToolbarButton {
  const menu = new Menu({ commands });
  for (const command of MENU) {
    menu.addItem(command === null ? { type: 'separator' } : { command });
  }
  const button = new ToolbarButton({
    icon: ellipsesIcon,
    tooltip,
    onClick: () => {
      const { left, bottom } = button.node.getBoundingClientRect();
      menu.open(left, bottom);
    }
  });
  return button;
}

const MENU = [
  CommandIDs.runFromHere,
  CommandIDs.runNoCache,
  CommandIDs.showCell,
  null,
  CommandIDs.attach,
  CommandIDs.detach,
  CommandIDs.refresh,
  null,
  CommandIDs.exportPipeline,
  CommandIDs.newPipeline
];

/** What the panel shows while no notebook is open. */
class NoNotebook implements IPanelModel {
  readonly attachment = { state: 'no-notebook', sentence: '', command: null } as const;
  readonly storeProblem = null;
  readonly stores: readonly string[] = [];
  readonly chosenStore = null;
  readonly notebookName = '';
  readonly busy = false;
  readonly answersWhileBusy = true;
  readonly tfx = null;
  readonly pipeline = null;
  selected = null;
  readonly atCursor: readonly string[] = [];
  readonly pendingPlan = null;
  readonly runningPlan = null;
  readonly stoppedPlan = null;
  readonly changed = new Signal<this, void>(this);
  answerPlan(): void {}
  dismissStopped(): void {}
  beamChoice(): null {
    return null;
  }
  cellLabel(): string {
    return '';
  }
}
