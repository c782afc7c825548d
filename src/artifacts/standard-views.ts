/** Our views, one line per type; each loads when the first artifact of its type is shown. */
import type { IArtifactViewEntry } from './artifact-view';
import { VALUE_TYPES } from './values/value-types';

/** For types that nobody registered. */
export const genericView: IArtifactViewEntry = {
  types: [],
  label: trans => trans.__('Artifact'),
  load: async () => (await import('./generic')).view
};

/** Views of TFX's own types. */
export const standardViews: readonly IArtifactViewEntry[] = [
  {
    types: ['Examples'],
    label: trans => trans.__('Examples'),
    load: async () => (await import('./examples')).view
  },
  {
    types: ['ExampleStatistics'],
    label: trans => trans.__('Statistics'),
    load: async () => (await import('./statistics')).view
  },
  {
    types: ['Schema'],
    label: trans => trans.__('Schema'),
    load: async () => (await import('./schema')).view
  },
  {
    types: ['ExampleAnomalies'],
    label: trans => trans.__('Anomalies'),
    load: async () => (await import('./anomalies')).view
  },
  {
    types: ['ExamplesDiff'],
    label: trans => trans.__('Difference of Examples'),
    load: async () => (await import('./examples-diff')).view
  },
  {
    types: ['InferenceResult'],
    label: trans => trans.__('Predictions'),
    load: async () => (await import('./inference-result')).view
  },
  {
    types: ['TransformGraph'],
    label: trans => trans.__('Transform Graph'),
    load: async () => (await import('./transform-graph')).view
  },
  {
    types: ['TransformCache'],
    label: trans => trans.__('Transform Cache'),
    load: async () => (await import('./transform-cache')).view
  },
  {
    types: ['Model'],
    label: trans => trans.__('Model'),
    load: async () => (await import('./model')).view
  },
  {
    types: ['DataView'],
    label: trans => trans.__('Data View'),
    load: async () => (await import('./model')).view
  },
  {
    types: ['ModelRun'],
    label: trans => trans.__('Training'),
    load: async () => (await import('./model-run')).view
  },
  {
    types: ['HyperParameters'],
    label: trans => trans.__('Hyperparameters'),
    load: async () => (await import('./hyper-parameters')).view
  },
  {
    types: ['TunerResults'],
    label: trans => trans.__('Tuner Results'),
    load: async () => (await import('./tuner-results')).view
  },
  {
    types: ['ModelEvaluation'],
    label: trans => trans.__('Evaluation'),
    load: async () => (await import('./model-evaluation')).view
  },
  {
    types: ['ModelBlessing', 'InfraBlessing'],
    label: trans => trans.__('Blessing'),
    load: async () => (await import('./blessing')).view
  },
  {
    types: ['PushedModel'],
    label: trans => trans.__('Pushed Model'),
    load: async () => (await import('./pushed-model')).view
  },
  {
    types: VALUE_TYPES,
    label: trans => trans.__('Value'),
    load: async () => (await import('./values')).view
  }
];
