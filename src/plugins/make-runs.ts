/** Puts the panel's section on orchestrators together, and the look of a run on the graph. */
import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IOverlay } from '../panel/panel-widget';
import type { IPipelineNode } from '../pipeline/pipeline';
import type { TaskArtifact, PipelineTask } from '../protocol';
import { orchestrators } from '../runs/orchestrators';
import { taskWords, withTasks } from '../runs/run-states';
import { RunsChoice } from '../runs/runs-choice';
import { RunsModel } from '../runs/runs-model';
import { RunsSection } from '../runs/runs-section';
import { RunsClient } from '../server/runs-client';
import { stateWords } from '../states/state-words';

/** A place where the pipeline runs: its section, what it lays over the graph, and the words for a state there. */
export interface IRuns {
  readonly section: Widget;
  readonly overlay: IOverlay;
  /** Whether one of its runs is on the graph. */
  readonly isShown: () => boolean;
  /** Take it off the graph. */
  readonly hide: () => void;
  readonly stateWords: (node: IPipelineNode) => string;
  /** A node was chosen on the graph. */
  readonly select: (node: string) => void;
  /** Open what a node's task has made; false where no run is on the graph, or it has made nothing. */
  readonly openNode: (node: string) => boolean;
}

/** Follows the chosen orchestrator for as long as the section is seen. */
export function makeRuns(
  pipelines: PipelineTracker,
  trans: TranslationBundle,
  openArtifacts: (artifacts: readonly IArtifactAddress[]) => void
): IRuns {
  const open = (artifacts: readonly TaskArtifact[]): void =>
    openArtifacts(artifacts.map(({ uri, type, id }) => ({ uri, type, id, name: '' })));
  const settings = ServerConnection.makeSettings();
  const choice = new RunsChoice(
    orchestrators(trans),
    ({ name }, isChosen) =>
      new RunsModel(new RunsClient(settings, name), () => section.isVisible && isChosen())
  );
  const prefer = (): void => {
    choice.preferred = pipelineName(pipelines);
  };
  pipelines.currentChanged.connect(prefer);
  prefer();
  const section: RunsSection = new RunsSection({
    choice,
    trans,
    open,
    place: () => {
      const { path, kernel } = pipelines.current?.place ?? { path: '', kernel: null };
      const folder = `${pipelineName(pipelines) ?? 'pipeline'}-pipeline`;
      return { folder: PathExt.join(PathExt.dirname(path), folder), kernel };
    }
  });
  section.title.label = trans.__('Orchestrator');
  section.disposed.connect(() => {
    pipelines.currentChanged.disconnect(prefer);
    choice.dispose();
  });
  const tasks = (): readonly PipelineTask[] | null => {
    const { model } = choice.chosen;
    return model.onGraph && model.watch ? model.watch.tasks : null;
  };
  const taskOfComponent = (component: string): PipelineTask | undefined =>
    tasks()?.find(({ id }) => id === choice.chosen.orchestrator.taskId(component));
  const taskOf = (node: string): PipelineTask | undefined =>
    taskOfComponent(componentOf(node, pipelines));
  return {
    section,
    isShown: () => tasks() !== null,
    hide: () => (choice.chosen.model.onGraph = false),
    select: node => {
      choice.chosen.model.selected = taskOf(node)?.id ?? null;
    },
    openNode: node => {
      const { model } = choice.chosen;
      const task = taskOf(node);
      const run = model.watch?.run ?? null;
      const hasMade = task && ['success', 'cached'].includes(task.state);
      if (!hasMade || run === null || !model.state?.actions.includes('artifacts')) {
        return false;
      }
      void model.artifacts(run, task.id).then(
        artifacts => artifacts.forEach(artifact => open([artifact])),
        () => (model.selected = task.id) // The section says what is wrong.
      );
      return true;
    },
    overlay: {
      changed: choice.changed,
      apply: pipeline => {
        const shown = tasks();
        return shown ? withTasks(pipeline, shown, choice.chosen.orchestrator.taskId) : pipeline;
      }
    },
    stateWords: node => {
      if (!tasks()) {
        return stateWords(node, trans);
      }
      const task = taskOfComponent(node.componentId);
      const { title } = choice.chosen.orchestrator;
      return task
        ? trans.__('in %1: %2', title, taskWords(task, trans))
        : trans.__('not in this run of %1', title);
    }
  };
}

/** Id of a node's component. */
function componentOf(node: string, { current }: PipelineTracker): string {
  return current?.model.node(node)?.componentId ?? node;
}

function pipelineName(pipelines: PipelineTracker): string | null {
  const contexts = pipelines.current?.pipeline?.contexts ?? [];
  return contexts.find(context => context.pipelineName !== null)?.pipelineName ?? null;
}
