/** The view of HyperParameters. */
import { artifactView } from '../make-view';
import { decodeHyperParameters } from './decode';
import { HyperParametersView } from './view';

/** The best values, with what they might have been. */
export const view = artifactView({
  decode: decodeHyperParameters,
  View: HyperParametersView,
  compares: true
});
