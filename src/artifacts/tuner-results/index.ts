/** The view of TunerResults. */
import { artifactView } from '../make-view';
import { decodeTunerResults } from './decode';
import { TunerResultsView } from './view';

/** Trials, as lines and as rows. */
export const view = artifactView({ decode: decodeTunerResults, View: TunerResultsView });
