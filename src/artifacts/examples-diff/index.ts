/** The view of ExamplesDiff. */
import { artifactView } from '../make-view';
import { decodeExamplesDiff } from './decode';
import { ExamplesDiffView } from './view';

/** Features that differ, and pairs that show it. */
export const view = artifactView({ decode: decodeExamplesDiff, View: ExamplesDiffView });
