/** Where tabs go. */
import type { ILabShell, JupyterFrontEnd } from '@jupyterlab/application';
import type { MainAreaWidget } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';

/**
 * Puts a tab into the main area, and shows it; on a page of Notebook 7 below the document, as its main area has room
 * for that alone.
 *
 * @param labShell - null on such a page.
 */
export function addTab(
  shell: JupyterFrontEnd.IShell,
  labShell: ILabShell | null,
  tab: MainAreaWidget,
  options: DocumentRegistry.IOpenOptions = {}
): void {
  tab.content.toggleClass('jp-mod-tfxBelow', labShell === null);
  shell.add(tab, labShell ? 'main' : 'down', { ...options, type: 'TFX' });
  shell.activateById(tab.id);
}
