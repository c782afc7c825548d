/** The view of types that have none of their own. */
import { artifactView } from '../make-view';
import { decodeGeneric } from './decode';
import { GenericView } from './view';

/** Properties, files, and the text of small files. */
export const view = artifactView({ decode: decodeGeneric, View: GenericView });
