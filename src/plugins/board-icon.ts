/** The icon of boards. */
import { LabIcon } from '@jupyterlab/ui-components';

/** A line that falls, as a loss should. */
export const boardIcon = new LabIcon({
  name: 'jupyterlab-tfx:tensorboard',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24">' +
    '<path class="jp-icon3 jp-icon-selectable" fill="#616161" d="M3 3h2v16h16v2H3z"/>' +
    '<path class="jp-icon3 jp-icon-selectable" fill="#616161" d="M7 4h2c.5 6 3 9.5 12 11v2C10.5 15.5 7.5 11.5 7 4z"/></svg>'
});
