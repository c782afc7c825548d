/** The kinds of plots: what they are called, and what each is made of. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { PlotData } from '../../proto/generated/metrics_pb';

/** What a plot shows. */
export type PlotKind =
  | 'roc'
  | 'precision-recall'
  | 'thresholds'
  | 'gain'
  | 'calibration'
  | 'distribution'
  | 'residuals'
  | 'classes'
  | 'labels';

/** Kinds that data has, in the order in which they are offered. */
export function kindsOf(data: PlotData): readonly PlotKind[] {
  return [
    ...(data.confusionMatrixAtThresholds
      ? (['roc', 'precision-recall', 'thresholds', 'gain'] as const)
      : []),
    ...(data.calibrationHistogramBuckets
      ? (['calibration', 'distribution', 'residuals'] as const)
      : []),
    ...(data.multiClassConfusionMatrixAtThresholds ? (['classes'] as const) : []),
    ...(data.multiLabelConfusionMatrixAtThresholds ? (['labels'] as const) : [])
  ];
}

/** What a kind is called. */
export function kindWords(kind: PlotKind, trans: TranslationBundle): string {
  switch (kind) {
    case 'roc':
      return trans.__('ROC');
    case 'precision-recall':
      return trans.__('Precision and recall');
    case 'thresholds':
      return trans.__('By threshold');
    case 'gain':
      return trans.__('Gain');
    case 'calibration':
      return trans.__('Calibration');
    case 'distribution':
      return trans.__('Predictions');
    case 'residuals':
      return trans.__('Residuals');
    case 'classes':
      return trans.__('Confusion of classes');
    case 'labels':
      return trans.__('Confusion of labels');
  }
}
