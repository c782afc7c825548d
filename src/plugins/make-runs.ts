/** Puts the panel's section on Airflow together, and the look of a run on the graph. */
import { PathExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Widget } from '@lumino/widgets';

import type { PipelineTracker } from '../notebook/pipeline-tracker';
import type { IOverlay } from '../panel/panel-widget';
import type { IPipelineNode } from '../pipeline/pipeline';
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
}

/** Follows Airflow for as long as the section is seen. */
export function makeRuns(pipelines: PipelineTracker, trans: TranslationBundle): IRuns {
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
  const tasks = (): NonNullable<typeof model.watch>['tasks'] | null =>
    model.onGraph && model.watch ? model.watch.tasks : null;
  return {
    section,
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

function pipelineName(pipelines: PipelineTracker): string | null {
  const contexts = pipelines.current?.pipeline?.contexts ?? [];
  return contexts.find(context => context.pipelineName !== null)?.pipelineName ?? null;
}
