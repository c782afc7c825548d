/** The Beam runners that were chosen for a notebook: in its metadata, and in its kernel. */
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IDisposable } from '@lumino/disposable';
import { type ISignal, Signal } from '@lumino/signaling';

import { choiceFor, isSameBeam, NO_CHOICES } from '../pipeline/beam';
import type { BeamCheck, BeamChoice, BeamChoices } from '../protocol';
import { decodeBeamChoices } from '../protocol/decode';
import type { KernelAttachment } from './kernel-attachment';

/** Name of the extension's part of a notebook's metadata. */
const METADATA = 'jupyterlab-tfx';

/** Reads and writes the choices, and gives them to every kernel that the notebook is attached to. */
export class BeamChoosing implements IDisposable {
  constructor(
    private readonly _panel: NotebookPanel,
    private readonly _kernel: KernelAttachment
  ) {
    void _panel.context.ready.then(() => {
      _panel.model?.metadataChanged.connect(this._onMetadata, this);
      this._read();
    });
    _kernel.changed.connect(this._onKernel, this);
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  get choices(): BeamChoices {
    return this._choices;
  }

  /** What a component would run with; null: as the notebook's code says. */
  of(componentId: string): BeamChoice | null {
    return choiceFor(this._choices, componentId);
  }

  /**
   * Choose for a component, or for all that have no choice of their own.
   *
   * @param componentId - null for all.
   * @param choice - null: nothing of its own.
   */
  async choose(componentId: string | null, choice: BeamChoice | null): Promise<void> {
    const { notebook, components } = this._choices;
    const others = Object.entries(components).filter(([id]) => id !== componentId);
    const next: BeamChoices =
      componentId === null
        ? { notebook: choice, components }
        : {
            notebook,
            components: Object.fromEntries(choice ? [...others, [componentId, choice]] : others)
          };
    this._write(next);
    await this.deliver();
  }

  /** Ask the kernel whether a choice can be used. */
  async check(choice: BeamChoice): Promise<BeamCheck> {
    return this._kernel.ask('check-beam', { choice });
  }

  /** Settles when the kernel has the choices, or there is none that could take them. */
  async deliver(): Promise<void> {
    if (this._kernel.attachment.state === 'attached') {
      await this._kernel.ask('use-beam', { choices: this._choices }).catch(() => undefined);
    }
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._kernel.changed.disconnect(this._onKernel, this);
      this._panel.model?.metadataChanged.disconnect(this._onMetadata, this);
      Signal.clearData(this);
    }
  }

  private _write(choices: BeamChoices): void {
    const { model } = this._panel;
    const old: unknown = model?.getMetadata(METADATA);
    const rest = Object.entries(isRecord(old) ? old : {}).filter(([name]) => name !== 'beam');
    const isEmpty = isSameBeam(choices, NO_CHOICES);
    const next = Object.fromEntries(isEmpty ? rest : [...rest, ['beam', choices]]);
    if (Object.keys(next).length === 0) {
      model?.deleteMetadata(METADATA);
    } else {
      model?.setMetadata(METADATA, next);
    }
    this._read();
  }

  /** What is no choice, such as that of a later version, counts as none, and stays until something is chosen. */
  private _read(): void {
    const found: unknown = this._panel.model?.getMetadata(METADATA);
    let choices = NO_CHOICES;
    try {
      if (isRecord(found) && found.beam !== undefined) {
        choices = decodeBeamChoices(found.beam);
      }
    } catch {
      choices = NO_CHOICES;
    }
    if (!isSameBeam(choices, this._choices)) {
      this._choices = choices;
      this._changed.emit();
    }
  }

  private _onMetadata(): void {
    const before = this._choices;
    this._read();
    if (this._choices !== before) {
      void this.deliver();
    }
  }

  /** A kernel that was just attached to, a new one too, has heard nothing yet. */
  private _onKernel(): void {
    const isAttached = this._kernel.attachment.state === 'attached';
    if (isAttached && !this._wasAttached) {
      void this.deliver();
    }
    this._wasAttached = isAttached;
  }

  private _choices = NO_CHOICES;
  private _wasAttached = false;
  private _isDisposed = false;
  private readonly _changed = new Signal<this, void>(this);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
