/** The view of TransformCache. */
import { artifactView } from '../make-view';
import { decodeTransformCache } from './decode';
import { TransformCacheView } from './view';

/** What is kept, by dataset. */
export const view = artifactView({ decode: decodeTransformCache, View: TransformCacheView });
