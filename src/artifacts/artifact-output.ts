/** Draws the artifact document of a cell's output; what draws it is loaded with the first one. */
import type { IRenderMime } from '@jupyterlab/rendermime';
import { Panel } from '@lumino/widgets';
import type { Widget } from '@lumino/widgets';

/** Mime type of an artifact document. */
export const ARTIFACT_MIME = 'application/vnd.jupyterlab-tfx.artifact.v1+json';

/** A renderer of one output. */
export class ArtifactOutput extends Panel implements IRenderMime.IRenderer {
  /**
   * @param _make - Makes the widget of a document, which nobody has looked at yet; rejects with a sentence where it
   *   is none.
   */
  constructor(private readonly _make: (document: unknown) => Promise<Widget>) {
    super();
    this.addClass('jp-TfxArtifactOutput');
  }

  /** @param model - null where the document comes from elsewhere. */
  async renderModel(model: IRenderMime.IMimeModel | null): Promise<void> {
    const made = await this._make(model?.data[ARTIFACT_MIME]);
    if (this.isDisposed) {
      made.dispose();
      return;
    }
    [...this.widgets].forEach(old => old.dispose());
    this.addWidget(made);
  }
}
