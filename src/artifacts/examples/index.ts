/** The view of Examples. */
import { artifactView } from '../make-view';
import { decodeExamples } from './decode';
import { ExamplesView } from './view';

/** Rows as a table, with a page for each. */
export const view = artifactView({ decode: decodeExamples, View: ExamplesView });
