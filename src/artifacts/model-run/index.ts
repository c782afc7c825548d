/** The view of ModelRun. */
import { artifactView } from '../make-view';
import { decodeModelRun } from './decode';
import { ModelRunView } from './view';

/** Loss and metrics by step. */
export const view = artifactView({ decode: decodeModelRun, View: ModelRunView, compares: true });
