/** A small badge of its component's state on each cell that runs one, while the pipeline is shown. */
import type { TranslationBundle } from '@jupyterlab/translation';
import type { IDisposable } from '@lumino/disposable';

import type { IPipelineNode } from '../pipeline/pipeline';
import { stateIcons } from '../states/state-icons';
import { stateWords } from '../states/state-words';
import type { NotebookPipeline } from './notebook-pipeline';

const CLASS = 'jp-TfxCellBadge';

/** Badges of one notebook. A press on one selects its component. */
export class CellBadges implements IDisposable {
  constructor(
    private readonly _pipeline: NotebookPipeline,
    private readonly _trans: TranslationBundle
  ) {
    _pipeline.changed.connect(this._update, this);
    this._update();
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  dispose(): void {
    this._isDisposed = true;
    this._pipeline.changed.disconnect(this._update, this);
    this._badges.forEach(badge => badge.remove());
    this._badges.clear();
  }

  private _update(): void {
    const wanted = this._pipeline.active ? this._nodesByCell() : new Map<string, IPipelineNode[]>();
    for (const [cellId, badge] of this._badges) {
      if (!wanted.has(cellId) || !badge.parentElement?.isConnected) {
        badge.remove();
        this._badges.delete(cellId);
      }
    }
    if (wanted.size === 0) {
      return;
    }
    for (const cell of this._pipeline.panel.content.widgets) {
      const nodes = wanted.get(cell.model.id);
      if (nodes) {
        this._show(cell.model.id, cell.node, nodes);
      }
    }
  }

  private _nodesByCell(): Map<string, IPipelineNode[]> {
    const cells = new Map<string, IPipelineNode[]>();
    for (const node of this._pipeline.pipeline.nodes) {
      const ids = node.cells.run.length > 0 ? node.cells.run : [node.cells.defined];
      for (const id of ids) {
        if (id !== null) {
          cells.set(id, [...(cells.get(id) ?? []), node]);
        }
      }
    }
    return cells;
  }

  private _show(cellId: string, place: HTMLElement, nodes: readonly IPipelineNode[]): void {
    let badge = this._badges.get(cellId);
    if (!badge || badge.parentElement !== place) {
      badge?.remove();
      badge = document.createElement('div');
      badge.className = CLASS;
      place.append(badge);
      this._badges.set(cellId, badge);
    }
    const key = JSON.stringify(nodes.map(node => [node.id, stateWords(node, this._trans)]));
    if (badge.dataset.key === key) {
      return;
    }
    badge.dataset.key = key;
    badge.replaceChildren(...nodes.map(node => this._button(node)));
  }

  private _button(node: IPipelineNode): HTMLElement {
    const button = document.createElement('button');
    button.dataset.tfxBadge = node.id;
    button.dataset.tfxState = node.state;
    button.title = `${node.id}\n${stateWords(node, this._trans)}`;
    button.setAttribute('aria-label', button.title.replace('\n', ', '));
    button.append(stateIcons[node.state].element({ tag: 'span', width: '14px', height: '14px' }));
    button.addEventListener('click', () => (this._pipeline.selected = node.id));
    return button;
  }

  private _isDisposed = false;
  private readonly _badges = new Map<string, HTMLElement>();
}
