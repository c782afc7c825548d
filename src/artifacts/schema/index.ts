/** The view of schemas. */
import { artifactView } from '../make-view';
import { decodeSchema } from './decode';
import { SchemaView } from './view';

/** One, edited in a tab; several are compared. */
export const view = artifactView({ decode: decodeSchema, View: SchemaView, compares: true });
