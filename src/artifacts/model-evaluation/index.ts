/** The view of evaluations. */
import { artifactView } from '../make-view';
import { decodeEvaluation } from './decode';
import { EvaluationView } from './view';

/** Slices, verdict, plots and more; several are compared. */
export const view = artifactView({
  decode: decodeEvaluation,
  View: EvaluationView,
  compares: true
});
