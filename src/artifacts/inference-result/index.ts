/** The view of InferenceResult. */
import { artifactView } from '../make-view';
import { decodePredictions } from './decode';
import { PredictionsView } from './view';

/** Outputs and inputs as a table. */
export const view = artifactView({ decode: decodePredictions, View: PredictionsView });
