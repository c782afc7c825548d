/** Puts the panel's section on Airflow together, and the look of a run on the graph. */
import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import type { IArtifactAddress } from '../artifacts/artifact-view';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IOverlay } from '../panel/panel-widget';
import type { IPipelineNode } from '../pipeline/pipeline';
import type { AirflowArtifact, AirflowTask } from '../protocol';
import { AirflowModel } from '../runs/airflow-model';
import { AirflowSection } from '../runs/airflow-section';
import { taskId, taskWords, withTasks } from '../runs/run-states';
import { AirflowClient } from '../server/airflow-client';
import { stateWords } from '../states/state-words';

/** The section, what it lays over the graph, and the words for a node's state there. */
export interface IRuns {
  readonly section: Widget;
  readonly overlay: IOverlay;
  readonly stateWords: (node: IPipelineNode) => string;
  /** A node was chosen on the graph. */
  readonly select: (node: string) => void;
  /** Open what a node's task has made; false where no run is on the graph, or it has made nothing. */
  readonly openNode: (node: string) => boolean;
}

/** Follows Airflow for as long as the section is seen. */
export function makeRuns(
  pipelines: PipelineTracker,
  trans: TranslationBundle,
  openArtifacts: (artifacts: readonly IArtifactAddress[]) => void
): IRuns {
  const open = (artifacts: readonly AirflowArtifact[]): void =>
    openArtifacts(artifacts.map(({ uri, type, id }) => ({ uri, type, id, name: '' })));
  const model = new AirflowModel(
    new AirflowClient(ServerConnection.makeSettings()),
    () => section.isVisible
  );
  const prefer = (): void => {
    model.preferred = pipelineName(pipelines);
  };
  pipelines.currentChanged.connect(prefer);
  prefer();
  const section: AirflowSection = new AirflowSection({
    model,
    trans,
    open,
    place: () => {
      const { path, kernel } = pipelines.current?.place ?? { path: '', kernel: null };
      const folder = `${pipelineName(pipelines) ?? 'pipeline'}-pipeline`;
      return { folder: PathExt.join(PathExt.dirname(path), folder), kernel };
    }
  });
  section.title.label = trans.__('Airflow');
  section.disposed.connect(() => {
    pipelines.currentChanged.disconnect(prefer);
    model.dispose();
  });
  const tasks = (): readonly AirflowTask[] | null =>
    model.onGraph && model.watch ? model.watch.tasks : null;
  const taskOf = (node: string): AirflowTask | undefined =>
    tasks()?.find(({ id }) => id === taskId(componentOf(node, pipelines)));
  return {
    section,
    select: node => {
      model.selected = taskOf(node)?.id ?? null;
    },
    openNode: node => {
      const task = taskOf(node);
      const run = model.watch?.run ?? null;
      if (task?.state !== 'success' || run === null) {
        return false;
      }
      void model.artifacts(run, task.id).then(
        artifacts => artifacts.forEach(artifact => open([artifact])),
        () => (model.selected = task.id) // The section says what is wrong.
      );
      return true;
    },
    overlay: {
      changed: model.changed,
      apply: pipeline => {
        const shown = tasks();
        return shown ? withTasks(pipeline, shown) : pipeline;
      }
    },
    stateWords: node => {
      const shown = tasks();
      const task = shown?.find(one => one.id === taskId(node.componentId));
      return shown
        ? task
          ? trans.__('in Airflow: %1', taskWords(task, trans))
          : trans.__('not in this run of Airflow')
        : stateWords(node, trans);
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
