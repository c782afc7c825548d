/** The view of Model, and of other artifacts that are a SavedModel. */
import { artifactView } from '../make-view';
import { decodeModel } from './decode';
import { ModelView } from './view';

/** Signatures, sizes, variables, layers, operations. */
export const view = artifactView({ decode: decodeModel, View: ModelView });
