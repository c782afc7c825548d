/** Puts the panel's section on orchestrators together, and the look of a run on the graph. */
import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { PipelineTask, RunsWatch, TaskArtifact } from '../protocol';
import { orchestrators } from '../runs/orchestrators';
import { runTitle, taskWords, withTasks } from '../runs/run-states';
import { RunsChoice } from '../runs/runs-choice';
import { RunsModel } from '../runs/runs-model';
import { RunsSection } from '../runs/runs-section';
import { RunsClient } from '../server/runs-client';
import type { IRunPlace } from './runs-on-graph';

/** A place where the pipeline runs, with its section of the panel. */
export interface IRuns extends IRunPlace {
  readonly section: Widget;
}

/** Follows the chosen orchestrator for as long as the section is seen, or a graph with one of its runs. */
export function makeRuns(
  pipelines: PipelineTracker,
  trans: TranslationBundle,
  openArtifacts: (artifacts: readonly IArtifactAddress[]) => void
): IRuns {
  const open = (artifacts: readonly TaskArtifact[]): void =>
    openArtifacts(artifacts.map(({ uri, type, id }) => ({ uri, type, id, name: '' })));
  const settings = ServerConnection.makeSettings();
  const isSeen = (): boolean =>
    section.isVisible ||
    (choice.chosen.model.onGraph && pipelines.current !== null && pipelines.current.active);
  const choice: RunsChoice = new RunsChoice(
    orchestrators(trans),
    ({ name }, isChosen) =>
      new RunsModel(new RunsClient(settings, name), () => isChosen() && isSeen())
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
  section.disposed.connect(() => {
    pipelines.currentChanged.disconnect(prefer);
    choice.dispose();
  });
  const shown = (): RunsWatch | null => {
    const { model } = choice.chosen;
    return model.onGraph ? model.watch : null;
  };
  const taskOfComponent = (component: string): PipelineTask | undefined =>
    shown()?.tasks.find(({ id }) => id === choice.chosen.orchestrator.taskId(component));
  const taskOf = (node: string): PipelineTask | undefined =>
    taskOfComponent(componentOf(node, pipelines));
  return {
    section,
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
      get title() {
        const watch = shown();
        const run = watch?.runs.find(({ id }) => id === watch.run);
        return watch && run
          ? trans.__(
              '%1 in %2: %3',
              watch.pipeline.id,
              choice.chosen.orchestrator.title,
              runTitle(run, trans)
            )
          : null;
      },
      apply: pipeline =>
        withTasks(pipeline, shown()?.tasks ?? [], choice.chosen.orchestrator.taskId),
      stateWords: node => {
        const task = taskOfComponent(node.componentId);
        const { title } = choice.chosen.orchestrator;
        return task
          ? trans.__('in %1: %2', title, taskWords(task, trans))
          : trans.__('not in this run of %1', title);
      },
      leave: () => (choice.chosen.model.onGraph = false)
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
