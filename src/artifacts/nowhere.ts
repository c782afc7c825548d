/** A place that can do nothing for a view. */
import type { IArtifactHost } from './artifact-view';

/** Of a view by itself, and to make other places from. */
export const NOWHERE: IArtifactHost = {
  open: null,
  find: null,
  inputs: null,
  source: null,
  validate: null,
  insertCell: null,
  saveText: null,
  predictions: null,
  openTensorBoard: null
};
