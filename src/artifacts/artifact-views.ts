/** The registry of views: which one shows which artifact type. */
import type { IDisposable } from '@lumino/disposable';
import { DisposableDelegate } from '@lumino/disposable';

import type { IArtifactViewEntry } from './artifact-view';

/** Views by type name. The last one registered for a type is taken, so that others may replace ours. */
export class ArtifactViews {
  /** @param _fallback - Shows types that nobody registered. */
  constructor(private readonly _fallback: IArtifactViewEntry) {}

  /** Add a view; disposing takes it away again. */
  register(entry: IArtifactViewEntry): IDisposable {
    this._entries.unshift(entry);
    return new DisposableDelegate(() => {
      const at = this._entries.indexOf(entry);
      if (at >= 0) {
        this._entries.splice(at, 1);
      }
    });
  }

  /** The view for a type: the generic one where there is none of its own. */
  find(type: string): IArtifactViewEntry {
    return this._entries.find(entry => entry.types.includes(type)) ?? this._fallback;
  }

  /** Whether a type has a view of its own. */
  has(type: string): boolean {
    return this.find(type) !== this._fallback;
  }

  private readonly _entries: IArtifactViewEntry[] = [];
}
