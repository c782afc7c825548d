/**
 * What can be known of a pipeline from the notebook's source alone, before anything runs.
 *
 * Plain data: made by `source/` from the cells' text, read by the model, the plan and staleness.
 */

/** A cell as the parser takes it. */
export interface INotebookCell {
  readonly id: string;
  readonly type: 'code' | 'markdown' | 'raw';
  readonly source: string;
}

/** Names a top-level statement of a cell: `index` counts within the cell. */
export interface IStatementRef {
  readonly cellId: string;
  readonly statement: number;
}

/** One top-level statement (or one magic or shell line) of a code cell. */
export interface IStatement {
  /** Offsets in the cell's source, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Equal for equal code: comments, blank lines and layout do not count. */
  readonly fingerprint: string;
  /** What a person would call it: the first name it binds, else its first words. */
  readonly label: string;
  /** Names that it binds in the notebook's namespace. */
  readonly defines: readonly string[];
  /** Notebook names that it reads, also inside functions and classes that it defines. */
  readonly uses: readonly string[];
  /** Names whose object it changes in place: `x.a = 1`, `x[k] = 1`, `x.append(1)`, `del x[0]`. */
  readonly mutates: readonly string[];
}

/** What is known of one code cell. */
export interface ICellFacts {
  readonly id: string;
  /** Position among all cells of the notebook. */
  readonly index: number;
  readonly statements: readonly IStatement[];
  /** Of the whole cell; equal for equal code. */
  readonly fingerprint: string;
  /** File that a `%%writefile` cell writes; the path as written, with known names put in where that can be done. */
  readonly writesFile: { readonly path: string; readonly append: boolean } | null;
  /**
   * The first syntax error, where there is one: the facts are then those of the last text that parsed.
   * `line` is 1-based.
   */
  readonly problem: { readonly line: number; readonly message: string } | null;
}

/** One output channel that feeds an input. */
export interface ISourceChannel {
  /** Node id of the producer. */
  readonly producer: string;
  /** Output key, such as `examples`; null where the source does not say. */
  readonly output: string | null;
}

/** A call `context.run(component)`. */
export interface ISourceRun extends IStatementRef {
  /** Variable that holds the context. */
  readonly context: string | null;
  /** As given at the call; null where not given or not a literal. */
  readonly enableCache: boolean | null;
}

/** A module file argument (`module_file=`, `run_fn` modules …). */
export interface ISourceModule {
  readonly argument: string;
  /** The path, where constants of the notebook tell it; else null. */
  readonly path: string | null;
  /** The `%%writefile` cell that writes it. */
  readonly cellId: string | null;
}

/** A component, resolver or importer that the notebook declares. */
export interface ISourceNode {
  /** Unique in the graph: the component id, with `:variable` behind it where two declare the same one. */
  readonly id: string;
  /** The id that TFX gives it: `with_id(...)`, `instance_name`, else the class's name. */
  readonly componentId: string;
  /** Class or decorated function, without its module: `Trainer`. */
  readonly type: string;
  readonly kind: 'component' | 'function' | 'resolver' | 'importer';
  /** Variable that holds it; null for one that is made in place: `context.run(SchemaGen(...))`. */
  readonly variable: string | null;
  readonly definedIn: IStatementRef;
  /** Later statements that change it: `add_upstream_node`, attribute assignment … */
  readonly configuredIn: readonly IStatementRef[];
  readonly runIn: readonly ISourceRun[];
  /** Channels by input name. */
  readonly inputs: Readonly<Record<string, readonly ISourceChannel[]>>;
  /** Other literal or expression arguments, as source text. */
  readonly execProperties: Readonly<Record<string, string>>;
  readonly modules: readonly ISourceModule[];
  /**
   * Every statement that its declaration and its run calls depend on, the declaration included, the mere run calls
   * and other nodes' own statements excluded, in notebook order. A change in one of them makes the node stale.
   */
  readonly slice: readonly IStatementRef[];
  /** Declared in a function, a loop or a comprehension: what it is will be known when it is run. */
  readonly dynamic: boolean;
  /** The condition's text, where it is declared under `with Cond(...)`. */
  readonly condition: string | null;
}

/** A dependency between nodes. */
export interface ISourceEdge {
  /** Node ids. */
  readonly from: string;
  readonly to: string;
  /** Output key at `from`; null for an order without data (`add_upstream_node`, a condition). */
  readonly output: string | null;
  /** Input name at `to`. */
  readonly input: string | null;
}

/** A variable that holds an `InteractiveContext`. */
export interface ISourceContext extends IStatementRef {
  readonly variable: string;
  /** Arguments, where constants of the notebook tell them; else null. */
  readonly pipelineName: string | null;
  readonly pipelineRoot: string | null;
  /** Path of a SQLite metadata store, where it is given and known. */
  readonly storePath: string | null;
}

/** All of a notebook. */
export interface ISourceGraph {
  /** The notebook imports `tfx`. */
  readonly usesTfx: boolean;
  /** In notebook order. */
  readonly nodes: readonly ISourceNode[];
  readonly edges: readonly ISourceEdge[];
  readonly contexts: readonly ISourceContext[];
  /** Code cells in notebook order. */
  readonly cells: readonly ICellFacts[];
}
