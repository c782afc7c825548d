/** The view of TFX's value artifacts. */
import { artifactView } from '../make-view';
import { decodeValue } from './decode';
import { ValueView } from './view';

/** One value. */
export const view = artifactView({ decode: decodeValue, View: ValueView });
