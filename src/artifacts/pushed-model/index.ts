/** The view of PushedModel. */
import { artifactView } from '../make-view';
import { decodePushedModel } from './decode';
import { PushedModelView } from './view';

/** Where, when, which version. */
export const view = artifactView({ decode: decodePushedModel, View: PushedModelView });
