/** The view of TransformGraph. */
import { artifactView } from '../make-view';
import { decodeTransformGraph } from './decode';
import { TransformGraphView } from './view';

/** Raw and transformed features, vocabularies, the graph. */
export const view = artifactView({ decode: decodeTransformGraph, View: TransformGraphView });
