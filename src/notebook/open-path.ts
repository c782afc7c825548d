/** Opens what a path of the server names. */
import { Notification } from '@jupyterlab/apputils';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import type { Contents } from '@jupyterlab/services';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { CommandRegistry } from '@lumino/commands';

/** An editor that can be told where its cursor is. */
interface IEditorWidget {
  readonly content?: { readonly editor?: Pick<CodeEditor.IEditor, 'setCursorPosition'> };
  readonly context?: { readonly ready?: Promise<void> };
}

/**
 * A file opens in the main area, a folder in the file browser or, where there is none, in a page of its own. Says so where it is not there.
 *
 * @param line - 1-based line to go to; null for none.
 */
export async function openPath(
  path: string,
  line: number | null,
  contents: Contents.IManager,
  commands: CommandRegistry,
  trans: TranslationBundle
): Promise<void> {
  try {
    const { type } = await contents.get(path, { content: false });
    if (type === 'directory') {
      if (commands.hasCommand('filebrowser:go-to-path')) {
        await commands.execute('filebrowser:go-to-path', { path });
      } else {
        // A notebook's page of Notebook 7 has no file browser: that is a page of its own.
        const url = URLExt.join(PageConfig.getBaseUrl(), 'tree', URLExt.encodeParts(path));
        window.open(url, '_blank', 'noopener');
      }
      return;
    }
    const widget = (await commands.execute('docmanager:open', { path })) as
      IEditorWidget | undefined;
    if (line !== null) {
      await widget?.context?.ready;
      widget?.content?.editor?.setCursorPosition({ line: line - 1, column: 0 });
    }
  } catch (error) {
    Notification.error(
      trans.__(
        '%1 cannot be opened: %2',
        path,
        error instanceof Error ? error.message : String(error)
      ),
      { autoClose: 8000 }
    );
  }
}
