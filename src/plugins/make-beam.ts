/** Puts the panel's section on Beam runners together. */
import type { TranslationBundle } from '@jupyterlab/translation';
import type { ISignal } from '@lumino/signaling';
import type { Widget } from '@lumino/widgets';

import { BeamSection } from '../beam/beam-section';
import type { IBeamDefaults, IBeamSource } from '../beam/beam-source';
import type { NotebookPipeline } from '../notebook/notebook-pipeline';
import type { PipelineTracker } from '../notebook/pipeline-tracker';
import { mayUseBeam } from '../pipeline/beam';

/** Options of {@link makeBeam}. */
export interface IMakeBeamOptions {
  readonly pipelines: PipelineTracker;
  readonly defaults: IBeamDefaults;
  readonly trans: TranslationBundle;
  /** A person wants to choose for a component; null: for all. */
  readonly asked: ISignal<unknown, string | null>;
  /** Open the section. */
  readonly reveal: (section: Widget) => void;
}

/** A section that follows the current notebook. */
export function makeBeam(options: IMakeBeamOptions): Widget {
  const { pipelines, asked } = options;
  const section = new BeamSection(options);
  const follow = (): void => {
    const { current } = pipelines;
    section.source = current && sourceOf(current);
  };
  const ask = (_: unknown, component: string | null): void => {
    section.subject = component;
    options.reveal(section);
  };
  pipelines.currentChanged.connect(follow);
  asked.connect(ask);
  section.disposed.connect(() => {
    pipelines.currentChanged.disconnect(follow);
    asked.disconnect(ask);
  });
  follow();
  return section;
}

function sourceOf(pipeline: NotebookPipeline): IBeamSource {
  const { beam } = pipeline;
  return {
    changed: pipeline.changed,
    get choices() {
      return beam.choices;
    },
    get components() {
      return pipeline.pipeline.nodes.filter(mayUseBeam).map(node => node.componentId);
    },
    choose: (component, choice) => beam.choose(component, choice),
    check: async choice => (pipeline.isAttached ? beam.check(choice) : null)
  };
}
