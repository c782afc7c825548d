/** Icons of the graph's toolbar. */
import { LabIcon } from '@jupyterlab/ui-components';

const icon = (name: string, path: string): LabIcon =>
  new LabIcon({
    name: `jupyterlab-tfx:${name}`,
    svgstr:
      '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">' +
      `<path class="jp-icon3" fill="#616161" fill-rule="evenodd" d="${path}"/></svg>`
  });

/** Four corners. */
export const fitIcon = icon(
  'fit',
  'M2 2h4.5v1.5h-3v3h-1.5zM9.5 2h4.5v4.5h-1.5v-3h-3zM2 9.5h1.5v3h3v1.5h-4.5zM12.5 9.5h1.5v4.5h-4.5v-1.5h3z'
);
/** Plus. */
export const zoomInIcon = icon(
  'zoom-in',
  'M7.25 3h1.5v4.25h4.25v1.5h-4.25v4.25h-1.5v-4.25h-4.25v-1.5h4.25z'
);
/** Minus. */
export const zoomOutIcon = icon('zoom-out', 'M3 7.25h10v1.5h-10z');
