/** The view of ModelBlessing and InfraBlessing. */
import { artifactView } from '../make-view';
import { decodeBlessing } from './decode';
import { BlessingView } from './view';

/** The verdict, and why. */
export const view = artifactView({ decode: decodeBlessing, View: BlessingView });
