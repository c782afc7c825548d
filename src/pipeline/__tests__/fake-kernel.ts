/**
 * A kernel in memory: runs a small part of Python, and reports what it does as the kernel side would.
 *
 * It knows imports, constants, `x = tfx.components.Type(…)`, `context.run(x)`, `%%writefile`, comments. Components
 * behave as TFX's: an object keeps its channels and, from its first run on, its module file; equal inputs, properties
 * and code are answered from the cache.
 */
import type {
  Artifact,
  Component,
  Event as KernelEvent,
  ExecutedCell,
  FileFingerprint,
  Run,
  Snapshot
} from '../../protocol';

type Value =
  | { readonly kind: 'other' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'context' }
  | { readonly kind: 'component'; readonly object: IObject };

interface IObject {
  readonly key: string;
  readonly id: string;
  readonly type: string;
  readonly inputs: Record<string, { from: IObject; output: string }>;
  readonly properties: Record<string, string | number>;
  readonly moduleFile: string | null;
  readonly dataPath: string | null;
  cellId: string | null;
  /** Digest of the module file at the first run. */
  frozen: string | null;
  outputs: Record<string, Artifact[]> | null;
}

/** Something that Python would raise. */
class PythonError extends Error {}

const NO_RUN = {
  cache: null,
  progress: null,
  error: null,
  beam: null,
  executionId: null,
  enableCache: true
};

/** Runs cells one at a time; `store` outlives the kernel process as TFX's metadata store does. */
export class FakeKernel {
  constructor(
    private readonly _emit: (event: KernelEvent) => void,
    readonly disk = new Map<string, string>(),
    private readonly _store = { cache: new Map<string, Record<string, Artifact[]>>(), lastId: 0 }
  ) {}

  /** Another process with the same disk and metadata store. */
  restart(): FakeKernel {
    return new FakeKernel(this._emit, this.disk, this._store);
  }

  readonly runs: Run[] = [];
  readonly cells: ExecutedCell[] = [];
  count = 0;

  snapshot(): Snapshot {
    return {
      session: this._session,
      seq: this._seq,
      tfx: { state: 'imported', version: '1' },
      cwd: '/w',
      contexts: [],
      components: this._components(),
      runs: [...this.runs],
      files: this._files([...this._watched]),
      cells: [...this.cells]
    };
  }

  /** Executes a cell; false where it raised. */
  execute(cellId: string, source: string): boolean {
    this.count++;
    let ok = true;
    try {
      this._cell(cellId, source);
    } catch (error) {
      if (!(error instanceof PythonError)) {
        throw error;
      }
      ok = false;
    }
    for (const value of this._names.values()) {
      if (value.kind === 'component') {
        value.object.cellId ??= cellId;
      }
    }
    const cell = { cellId, count: this.count, ok, source };
    this.cells.push(cell);
    this._send({
      event: 'cell',
      cell,
      contexts: [],
      components: this._components(),
      tfx: { state: 'imported', version: '1' }
    });
    this.checkFiles();
    return ok;
  }

  /** Looks at the files that runs have read, as the kernel side does after a cell and when it is asked. */
  checkFiles(): void {
    const files = this._files([...this._watched]);
    const changed = files.filter(file => this._seen.get(file.path) !== file.fingerprint);
    if (changed.length > 0) {
      changed.forEach(file => this._seen.set(file.path, file.fingerprint));
      this._send({ event: 'files', files: changed });
    }
  }

  private _cell(cellId: string, source: string): void {
    const file = /^%%writefile (\S+)\n([\s\S]*)$/.exec(source);
    if (file) {
      this.disk.set(`/w/${file[1]}`, file[2]);
      return;
    }
    for (const line of source.split('\n')) {
      this._line(cellId, line.replace(/#.*$/, '').trim());
    }
  }

  private _line(cellId: string, line: string): void {
    const imported = /^from .* import (?:.* as )?(\w+)$/.exec(line)?.[1];
    if (imported) {
      this._names.set(imported, { kind: 'other' });
      return;
    }
    const run = /^context\.run\((\w+)\)$/.exec(line)?.[1];
    if (run) {
      const value = this._get(run);
      this._get('context');
      if (value.kind === 'component') {
        this._run(cellId, value.object);
      }
      return;
    }
    const assigned = /^(\w+) = (.*)$/.exec(line);
    if (assigned) {
      this._names.set(assigned[1], this._value(assigned[2]));
    }
  }

  private _get(name: string): Value {
    const value = this._names.get(name);
    if (!value) {
      throw new PythonError(name);
    }
    return value;
  }

  private _value(text: string): Value {
    if (text === 'InteractiveContext()') {
      this._get('InteractiveContext');
      return { kind: 'context' };
    }
    const made = /^tfx\.components\.(\w+)\((.*?)\)(?:\.with_id\('(\w+)'\))?$/.exec(text);
    if (made) {
      this._get('tfx');
      return { kind: 'component', object: this._make(made[1], made[2], made[3] ?? made[1]) };
    }
    return { kind: 'number', value: this._number(text) };
  }

  private _number(text: string): number {
    return text
      .split('+')
      .map(part => part.trim())
      .reduce((sum, part) => {
        const value = /^\d+$/.test(part) ? null : this._get(part);
        return sum + (value === null ? Number(part) : value.kind === 'number' ? value.value : 0);
      }, 0);
  }

  private _make(type: string, args: string, id: string): IObject {
    const inputs: IObject['inputs'] = {};
    const properties: IObject['properties'] = {};
    for (const arg of args.split(', ').filter(text => text !== '')) {
      const [name, value] = arg.split('=');
      const channel = /^(\w+)\.outputs\['(\w+)'\]$/.exec(value);
      if (channel) {
        const from = this._get(channel[1]);
        if (from.kind !== 'component') {
          throw new PythonError(value);
        }
        inputs[name] = { from: from.object, output: channel[2] };
      } else {
        properties[name] = /^'/.test(value) ? value.slice(1, -1) : this._number(value);
      }
    }
    const text = (name: string): string | null =>
      name in properties ? `/w/${properties[name]}` : null;
    return {
      key: `k${++this._lastKey}-${this._session}`,
      id,
      type,
      inputs,
      properties,
      moduleFile: text('module_file'),
      dataPath: text('input_base'),
      cellId: null,
      frozen: null,
      outputs: null
    };
  }

  private _run(cellId: string, object: IObject): void {
    const paths = [object.moduleFile, object.dataPath].filter(path => path !== null);
    paths.forEach(path => this._watched.add(path));
    const files = this._files(paths);
    const digest = files.find(file => file.role === 'module')?.fingerprint ?? null;
    object.frozen ??= digest;
    const inputs: Record<string, Artifact[]> = {};
    Object.entries(object.inputs).forEach(([name, { from, output }]) => {
      inputs[name] = from.outputs?.[output] ?? [];
    });
    const begun: Run = {
      ...NO_RUN,
      run: this.runs.length + 1,
      componentKey: object.key,
      componentId: object.id,
      type: `tfx.${object.type}`,
      variables: [...this._names].flatMap(([name, value]) =>
        value.kind === 'component' && value.object === object ? [name] : []
      ),
      cellId,
      count: this.count,
      context: 'c',
      state: 'running',
      startedAt: this.count,
      endedAt: null,
      oldCode: object.frozen === digest ? null : object.moduleFile,
      inputs,
      outputs: {},
      execProperties: {},
      files: files.map(file =>
        file.role === 'module' ? { ...file, fingerprint: object.frozen } : file
      )
    };
    this._report(begun);
    const isMissing =
      files.some(file => file.fingerprint === null) ||
      Object.values(object.inputs).some(({ from }) => from.outputs === null);
    if (isMissing) {
      this._report({ ...begun, state: 'failed', endedAt: this.count });
      throw new PythonError('missing');
    }
    const key = JSON.stringify([
      object.id,
      object.type,
      object.properties,
      Object.entries(inputs).map(([name, list]) => [name, list.map(artifact => artifact.id)]),
      object.frozen,
      files.filter(file => file.role === 'data')
    ]);
    const known = this._store.cache.get(key);
    object.outputs = known ?? { out: [this._artifact()] };
    this._store.cache.set(key, object.outputs);
    this._report({
      ...begun,
      state: known ? 'cached' : 'done',
      endedAt: this.count,
      outputs: object.outputs
    });
  }

  private _artifact(): Artifact {
    const id = ++this._store.lastId;
    return {
      id,
      type: 'T',
      uri: `/w/${id}`,
      name: '',
      state: 'published',
      splits: [],
      properties: {},
      customProperties: {}
    };
  }

  private _files(paths: readonly string[]): FileFingerprint[] {
    return paths.map(path => ({
      path,
      role: path.endsWith('.py') ? 'module' : 'data',
      fingerprint: this.disk.get(path) ?? null
    }));
  }

  private _components(): Component[] {
    const found = new Map<IObject, string[]>();
    this._names.forEach((value, name) => {
      if (value.kind === 'component') {
        found.set(value.object, [...(found.get(value.object) ?? []), name]);
      }
    });
    return [...found].map(([object, variables]) => ({
      key: object.key,
      id: object.id,
      type: `tfx.${object.type}`,
      kind: 'component',
      variables,
      cellId: object.cellId,
      doc: '',
      inputs: Object.fromEntries(
        Object.entries(object.inputs).map(([name, { from, output }]) => [
          name,
          [{ producer: from.id, producerKey: from.key, output, type: 'T' }]
        ])
      ),
      outputs: { out: 'T' },
      execProperties: {},
      context: null
    }));
  }

  private _report(run: Run): void {
    this.runs[run.run - 1] = run;
    run.files.forEach(file => this._seen.set(file.path, file.fingerprint));
    this._send({ event: 'run', run });
  }

  private _send(event: Unsent): void {
    this._emit({ ...event, seq: ++this._seq });
  }

  private _seq = 0;
  private _lastKey = 0;
  private readonly _session = `s${++sessions}`;
  private readonly _names = new Map<string, Value>();
  private readonly _watched = new Set<string>();
  private readonly _seen = new Map<string, string | null>();
}

type Unsent = KernelEvent extends infer E
  ? E extends KernelEvent
    ? Omit<E, 'seq'>
    : never
  : never;

let sessions = 0;
