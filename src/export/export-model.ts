/** One export: what was chosen, what the server makes of it, and whether it is proven. State and a signal. */
import { JSONExt } from '@lumino/coreutils';
import type { IDisposable } from '@lumino/disposable';
import { Debouncer } from '@lumino/polling';
import type { ISignal } from '@lumino/signaling';
import { Signal } from '@lumino/signaling';

import type { ExportChoices, ExportReply, ExportRequest, Proof, ProveRequest } from '../protocol';

/** The notebook that is exported. */
export interface IExportNotebook {
  /** Path below the server's root. */
  readonly path: string;
  /** The document as it is now, saved or not, as JSON text. */
  content(): string;
}

/** What the notebook's kernel is asked. Each method fails with a sentence where no kernel is attached. */
export interface IExportKernel {
  /** Python text of values, by name. */
  values(names: readonly string[]): Promise<Readonly<Record<string, string | null>>>;
  /** Compile the exported pipeline, and compare it. Stopped where the signal is aborted. */
  prove(
    asked: Omit<ProveRequest, 'id' | 'kind'>,
    onProof: (proof: Proof) => void,
    signal: AbortSignal
  ): Promise<Proof>;
}

/** Options of {@link ExportModel}. */
export interface IExportModelOptions {
  readonly notebook: IExportNotebook;
  readonly kernel: IExportKernel;
  readonly post: (request: ExportRequest, signal: AbortSignal) => Promise<ExportReply>;
  /** Orchestrators that are chosen at first. */
  readonly targets: readonly string[];
  /** Files were written into a folder. */
  readonly onWritten: (folder: string) => void;
}

/** Milliseconds without a change after which the server is asked. */
const PAUSE = 250;

/** Asks again after each change of what was chosen. */
export class ExportModel implements IDisposable {
  constructor(private readonly _options: IExportModelOptions) {
    this._choices = {
      targets: [..._options.targets],
      context: null,
      name: null,
      root: null,
      metadata: null,
      beamArguments: null,
      beamChoice: true,
      parameters: null,
      constants: {}
    };
    this._later = new Debouncer(() => this.refresh(), PAUSE);
  }

  get choices(): ExportChoices {
    return this._choices;
  }

  /** Folder to write; null for the server's choice. */
  get folder(): string | null {
    return this._folder;
  }

  /** The last answer; null before the first one. */
  get reply(): ExportReply | null {
    return this._reply;
  }

  /** `asking`: the answer is not that of the choices yet. */
  get state(): 'asking' | 'ready' | 'writing' {
    return this._state;
  }

  /** Why the server did not answer, in a sentence; else empty. */
  get message(): string {
    return this._message;
  }

  /** Paths that the last writing wrote; null before one. */
  get written(): readonly string[] | null {
    return this._written;
  }

  /** The last proof; null where nothing was written since the last change. */
  get proof(): Proof | null {
    return this._proof;
  }

  /** Why there is no proof, in a sentence; else empty. */
  get proofMessage(): string {
    return this._proofMessage;
  }

  /** Whether every file is on disk as it should be. */
  get isWritten(): boolean {
    const { files = [] } = this._reply ?? {};
    return files.length > 0 && files.every(file => file.before === file.text);
  }

  get canWrite(): boolean {
    const { reply } = this;
    return (
      this._state === 'ready' &&
      reply !== null &&
      reply.files.length > 0 &&
      !this.isWritten &&
      !reply.problems.some(({ severity }) => severity === 'error')
    );
  }

  get changed(): ISignal<this, void> {
    return this._changed;
  }

  get isDisposed(): boolean {
    return this._isDisposed;
  }

  /** Choose; the server is asked a moment later. */
  choose(choices: Partial<ExportChoices>): void {
    this._choices = { ...this._choices, ...choices };
    this.askLater();
  }

  /** Choose the folder to write; empty for the server's choice. */
  chooseFolder(folder: string): void {
    this._folder = folder.trim() || null;
    this.askLater();
  }

  /** Something was changed that the files depend on. */
  askLater(): void {
    if (!this._isDisposed) {
      this._state = 'asking';
      this._changed.emit();
      void this._later.invoke();
    }
  }

  /** Ask for the files as they would be. */
  async refresh(): Promise<void> {
    await this._ask(false);
    const names = this._reply?.names.filter(name => !(name in this._values)) ?? [];
    if (names.length > 0 && !this._isDisposed) {
      const found = await this._options.kernel.values(names).catch(() => ({}));
      if (Object.keys(found).length > 0) {
        this._values = { ...this._values, ...found };
        await this._ask(false);
      }
    }
  }

  /** Write the files, and prove them. */
  async write(): Promise<void> {
    await this._ask(true);
    if (this._reply && this._written && this.isWritten) {
      this._options.onWritten(this._reply.folder);
      await this.prove();
    }
  }

  /** Compile what was written, and compare it with the notebook's pipeline. */
  async prove(): Promise<void> {
    const reply = this._reply;
    if (!reply || this._isDisposed) {
      return;
    }
    this.stopProof();
    const { signal } = (this._proving = new AbortController());
    const asked = {
      folder: reply.absoluteFolder,
      base: reply.base,
      context: this._choices.context,
      notebook: this._options.notebook.content()
    };
    const told = (proof: Proof | null, message = ''): void => {
      if (!signal.aborted) {
        this._proof = proof;
        this._proofMessage = message;
        this._changed.emit();
      }
    };
    told({ ...BEGUN });
    try {
      told(await this._options.kernel.prove(asked, told, signal));
    } catch (error) {
      told(null, sentence(error));
    }
  }

  /** Stop a proof that goes on. */
  stopProof(): void {
    this._proving?.abort();
    this._proving = null;
    this._proof = null;
    this._proofMessage = '';
    this._changed.emit();
  }

  dispose(): void {
    if (!this._isDisposed) {
      this._isDisposed = true;
      this._asking?.abort();
      this._proving?.abort();
      this._later.dispose();
      Signal.clearData(this);
    }
  }

  private async _ask(write: boolean): Promise<void> {
    this._asking?.abort();
    const { signal } = (this._asking = new AbortController());
    this._state = write ? 'writing' : 'asking';
    this._changed.emit();
    const before = this._reply?.files.map(({ path, text }) => ({ path, text })) ?? [];
    try {
      const reply = await this._options.post(this._request(write), signal);
      if (signal.aborted) {
        return;
      }
      const files = reply.files.map(({ path, text }) => ({ path, text }));
      if (!JSONExt.deepEqual(before, files)) {
        this._proving?.abort();
        this._proof = null;
        this._proofMessage = '';
        this._written = null;
      }
      this._reply = write ? asWritten(reply) : reply;
      this._written = write ? reply.written : this._written;
      this._message = '';
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      this._message = sentence(error);
    }
    this._state = 'ready';
    this._changed.emit();
  }

  private _request(write: boolean): ExportRequest {
    const { notebook } = this._options;
    return {
      notebook: notebook.path,
      content: notebook.content(),
      folder: this._folder,
      choices: this._choices,
      values: { ...this._values },
      write
    };
  }

  private _choices: ExportChoices;
  private _folder: string | null = null;
  private _values: Readonly<Record<string, string | null>> = {};
  private _reply: ExportReply | null = null;
  private _state: 'asking' | 'ready' | 'writing' = 'asking';
  private _message = '';
  private _written: readonly string[] | null = null;
  private _proof: Proof | null = null;
  private _proofMessage = '';
  private _isDisposed = false;
  private _asking: AbortController | null = null;
  private _proving: AbortController | null = null;
  private readonly _later: Debouncer<void>;
  private readonly _changed = new Signal<this, void>(this);
}

const BEGUN: Proof = {
  proof: '',
  state: 'running',
  against: 'kernel',
  nodes: 0,
  differences: [],
  missing: [],
  message: null
};

/** The files as they are after they were written. */
function asWritten(reply: ExportReply): ExportReply {
  const written = new Set(reply.written);
  const files = reply.files.map(file =>
    written.has(file.path) ? { ...file, before: file.text } : file
  );
  return { ...reply, files };
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
