/** Icons that JupyterLab does not have. */
import { LabIcon } from '@jupyterlab/ui-components';

/** A pipeline: one node that feeds two. The panel's own icon. */
export const pipelineIcon = new LabIcon({
  name: 'jupyterlab-tfx:pipeline',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 24 24">' +
    '<path class="jp-icon3 jp-icon-selectable" fill="#616161" d="M8.5 2h7a1.5 1.5 0 0 1 1.5 1.5v3' +
    'A1.5 1.5 0 0 1 15.5 8H13v3h4.5a1.5 1.5 0 0 1 1.5 1.5V16h1a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 20 22h-4' +
    'a1.5 1.5 0 0 1-1.5-1.5v-3A1.5 1.5 0 0 1 16 16h1v-3H7v3h1a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 8 22H4' +
    'a1.5 1.5 0 0 1-1.5-1.5v-3A1.5 1.5 0 0 1 4 16h1v-3.5A1.5 1.5 0 0 1 6.5 11H11V8H8.5A1.5 1.5 0 0 1 7 6.5v-3' +
    'A1.5 1.5 0 0 1 8.5 2z"/></svg>'
});
