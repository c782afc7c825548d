/** Which state the panel shows of the way to a notebook's kernel: what the notebook is counts first. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { AttachmentState, IAttachment } from '../panel/panel-model';
import type { TfxState } from '../protocol';

/** What it hangs on. */
export interface IAttachmentFacts {
  /** The notebook's cells were read. */
  readonly isRead: boolean;
  readonly isPython: boolean;
  readonly usesTfx: boolean;
  readonly kernel: IAttachment;
  /** What the kernel knows of TFX; null where no kernel tells. */
  readonly tfx: TfxState | null;
  /** Path of the kernel's Python; null where no kernel tells. */
  readonly executable: string | null;
}

/** State, sentence and command for the panel's card. */
export function attachmentOf(facts: IAttachmentFacts, trans: TranslationBundle): IAttachment {
  if (!facts.isRead) {
    return plain('attaching');
  }
  if (!facts.isPython) {
    return plain('not-python');
  }
  if (!facts.usesTfx) {
    return plain('no-tfx');
  }
  if (facts.kernel.state !== 'attached' || facts.tfx?.state !== 'absent') {
    return facts.kernel;
  }
  const python = facts.executable ?? 'python';
  const sentence = trans.__(
    'Its Python, %1, has no tfx to import. Install it there, or choose a kernel that has it.',
    python
  );
  return { state: 'missing-tfx', sentence, command: `${python} -m pip install tfx` };
}

function plain(state: AttachmentState): IAttachment {
  return { state, sentence: '', command: null };
}
