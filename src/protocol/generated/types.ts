// Made by scripts/generate-protocol.mjs from protocol.json: change that, then run `npm run protocol`.
/**
 * Browser to kernel.
 */
export type Request =
  | HelloRequest
  | SnapshotRequest
  | CheckFilesRequest
  | ValidateRequest
  | PredictRequest
  | PredictionJobRequest
  | ProveRequest
  | ProofRequest
  | ValuesRequest
  | AskModelRequest
  | UseBeamRequest
  | CheckBeamRequest
  | DetachRequest;
/**
 * Kernel to browser: the answer to the request with the same id.
 */
export type Reply = OkReply | ErrorReply;
/**
 * A value of a property: what JSON holds, as a scalar or as JSON text.
 */
export type Json = string | number | boolean | null;
/**
 * Kernel to browser, to every open comm, in order of seq. A gap in seq means: ask for a snapshot.
 */
export type Event = RunEvent | CellEvent | FilesEvent | TfxEvent;

/**
 * Every message and record that crosses a process border of jupyterlab-tfx: the comm between browser and kernel, the answers of the Jupyter server's routes, and the artifact document of both. Times are milliseconds since the epoch (UTC). Any change of a message raises `version`; an ArtifactDocument, which notebooks keep, has a version of its own.
 */
export interface Protocol {
  request?: Request;
  reply?: Reply;
  event?: Event;
  storeReply?: StoreReply;
  artifactDocument?: ArtifactDocument;
  tensorBoardRequest?: TensorBoardRequest;
  tensorBoardReply?: TensorBoardReply;
  exportRequest?: ExportRequest;
  exportReply?: ExportReply;
  runsState?: RunsState;
  runsWatch?: RunsWatch;
  runsLog?: RunsLog;
  runsArtifacts?: RunsArtifacts;
  runsConnect?: RunsConnect;
  runsAction?: RunsAction;
  runsDeploy?: RunsDeploy;
  runsDone?: RunsDone;
  backgroundState?: BackgroundState;
  backgroundLog?: BackgroundLog;
  backgroundStart?: BackgroundStart;
  backgroundStop?: BackgroundStop;
}
/**
 * First message on every comm: the handshake. A kernel side of another protocol version answers with an error of kind version.
 */
export interface HelloRequest {
  id: number;
  kind: 'hello';
  protocol: number;
  /**
   * The front end's version.
   */
  client: string;
}
export interface SnapshotRequest {
  id: number;
  kind: 'snapshot';
}
/**
 * Look again at the files that runs have read; a files event follows where something changed.
 */
export interface CheckFilesRequest {
  id: number;
  kind: 'check-files';
}
/**
 * Hold statistics against a schema, with the kernel's own TensorFlow Data Validation.
 */
export interface ValidateRequest {
  id: number;
  kind: 'validate';
  /**
   * URI of an ExampleStatistics artifact, or of one file of statistics.
   */
  statistics: string;
  /**
   * In protobuf's text format.
   */
  schema: string;
  /**
   * One of the schema's default environments; null for none.
   */
  environment: string | null;
  /**
   * URI of the statistics of the data before, for drift; null for none.
   */
  previous: string | null;
  /**
   * URI of the statistics of the data that is served, for skew; null for none.
   */
  serving: string | null;
}
/**
 * Let the model that an evaluation is about predict what it was evaluated on, once. The answer is a job, which goes on beside the cells; who asks again joins it.
 */
export interface PredictRequest {
  id: number;
  kind: 'predict';
  /**
   * The predictions; or, after them, the model for the browser.
   */
  what: 'predictions' | 'model';
  /**
   * URI of a ModelEvaluation artifact.
   */
  evaluation: string;
  /**
   * URI of the model that was evaluated, for where the kernel's stores do not tell it.
   */
  model: string | null;
  /**
   * URI of the examples that it was evaluated on, for where the kernel's stores do not tell it.
   */
  examples: string | null;
}
/**
 * Ask how far a job is.
 */
export interface PredictionJobRequest {
  id: number;
  kind: 'prediction-job';
  job: string;
  /**
   * Stop it.
   */
  cancel: boolean;
}
/**
 * Compile an exported pipeline in a process of its own, and compare it with the notebook's. The answer is a proof, which goes on beside the cells.
 */
export interface ProveRequest {
  id: number;
  kind: 'prove';
  /**
   * Folder of the exported files, absolute.
   */
  folder: string;
  /**
   * The notebook's folder, absolute: where its relative paths begin.
   */
  base: string;
  /**
   * Variable of the context whose pipeline was exported, where the notebook has several.
   */
  context: string | null;
  /**
   * The notebook document as JSON text: what it declares is looked at where the kernel has no component yet.
   */
  notebook: string;
}
/**
 * Ask how far a proof is.
 */
export interface ProofRequest {
  id: number;
  kind: 'proof';
  /**
   * The proof's id.
   */
  proof: string;
  /**
   * Stop it.
   */
  cancel: boolean;
}
/**
 * Ask which names have a value in the kernel that can be written as a constant.
 */
export interface ValuesRequest {
  id: number;
  kind: 'values';
  names: string[];
}
/**
 * Ask the model that an evaluation is about for examples that nobody has seen.
 */
export interface AskModelRequest {
  id: number;
  kind: 'ask-model';
  /**
   * URI of a ModelEvaluation artifact.
   */
  evaluation: string;
  /**
   * URI of the model that was evaluated, for where the kernel's stores do not tell it.
   */
  model: string | null;
  /**
   * URI of the examples that it was evaluated on, for where the kernel's stores do not tell it.
   */
  examples: string | null;
  /**
   * Key of the output among those of the model's signature; empty where it has one.
   */
  output: string;
  /**
   * Raw features by name; null where one is missing.
   *
   * @maxItems 1000
   */
  rows: {
    [k: string]: (string | number | null) | (string | number)[];
  }[];
}
/**
 * Take these choices for the components that run from now on, in the place of all earlier ones.
 */
export interface UseBeamRequest {
  id: number;
  kind: 'use-beam';
  choices: BeamChoices;
}
/**
 * The choices of a notebook.
 */
export interface BeamChoices {
  /**
   * For every component that has no choice of its own; null: as the notebook's code says.
   */
  notebook: BeamChoice | null;
  /**
   * By component id.
   */
  components: {
    [k: string]: BeamChoice;
  };
}
/**
 * A Beam runner with its arguments, as a person chose it in the panel. The notebook's metadata hold it.
 */
export interface BeamChoice {
  runner: 'direct' | 'prism' | 'flink' | 'spark' | 'dataflow';
  /**
   * What was filled in: mode, workers (direct); prismLocation; endpoint, master, environment, environmentConfig, parallelism (flink, spark); project, region, tempLocation, stagingLocation, jobName, maxWorkers, machineType, serviceAccount, image (dataflow); more: further arguments, as a shell takes them apart.
   */
  options: {
    [k: string]: string;
  };
}
/**
 * Look whether a choice can be used from the kernel: its fields, the Beam that is installed, whether somebody answers.
 */
export interface CheckBeamRequest {
  id: number;
  kind: 'check-beam';
  choice: BeamChoice;
}
/**
 * Undo every hook, when the last comm asks for it.
 */
export interface DetachRequest {
  id: number;
  kind: 'detach';
}
export interface OkReply {
  id: number;
  ok: true;
  value:
    | HelloValue
    | Snapshot
    | FilesValue
    | ValidateValue
    | PredictionJob
    | Proof
    | ValuesValue
    | AskModelValue
    | BeamCheck
    | EmptyValue;
}
export interface HelloValue {
  protocol: number;
  /**
   * Version of jupyterlab_tfx in the kernel's environment.
   */
  version: string;
  python: string;
  executable: string;
  pid: number;
  snapshot: Snapshot;
}
/**
 * All that the kernel side knows: what a browser needs to show the state after a reload, or in a second window.
 */
export interface Snapshot {
  /**
   * A new random id in every kernel process.
   */
  session: string;
  /**
   * Sequence number of the last event that the snapshot includes.
   */
  seq: number;
  tfx: TfxState;
  cwd: string;
  contexts: Context[];
  components: Component[];
  /**
   * Oldest first.
   */
  runs: Run[];
  /**
   * Every file that a run read, as it is now.
   */
  files: FileFingerprint[];
  /**
   * Every execution of a cell in this kernel, in order, the newest 2,000 at most (a cell that ran twice is in it twice).
   */
  cells: ExecutedCell[];
}
/**
 * What the kernel knows of TFX, without importing it.
 */
export interface TfxState {
  state: 'absent' | 'installed' | 'importing' | 'imported';
  version: string | null;
}
/**
 * An InteractiveContext object of the kernel.
 */
export interface Context {
  /**
   * Names the object for as long as the kernel lives.
   */
  key: string;
  variables: string[];
  pipelineName: string;
  pipelineRoot: string;
  store: StoreAddress;
}
/**
 * Where a metadata store is, with no secret in it.
 */
export interface StoreAddress {
  kind: 'sqlite' | 'mysql' | 'postgresql' | 'grpc' | 'memory' | 'unknown';
  /**
   * A file's absolute path (sqlite), or host, port and database without user and password.
   */
  uri: string;
}
/**
 * A TFX node object (component, resolver, importer) that the kernel's namespace holds.
 */
export interface Component {
  /**
   * Names the object for as long as the kernel lives.
   */
  key: string;
  /**
   * The node id as TFX gives it.
   */
  id: string;
  /**
   * The class's full name, such as tfx.components.trainer.component.Trainer.
   */
  type: string;
  kind: 'component' | 'resolver' | 'importer';
  /**
   * Names it has in the notebook; items of lists and dictionaries as name[0], name['k'].
   */
  variables: string[];
  /**
   * The cell after whose run the object was first seen.
   */
  cellId: string | null;
  /**
   * The first sentence of the class's docstring.
   */
  doc: string;
  inputs: {
    [k: string]: InputChannel[];
  };
  /**
   * Artifact type name by output key.
   */
  outputs: {
    [k: string]: string;
  };
  execProperties: Properties;
  /**
   * Key of the context that ran it last.
   */
  context: string | null;
}
/**
 * One channel that feeds an input.
 */
export interface InputChannel {
  /**
   * The producing component's id; null for a channel that no component makes.
   */
  producer: string | null;
  /**
   * The producing object's key, where the kernel still has it.
   */
  producerKey: string | null;
  output: string | null;
  type: string;
}
/**
 * Named scalar values.
 */
export interface Properties {
  [k: string]: Json;
}
/**
 * One call of InteractiveContext.run in this kernel.
 */
export interface Run {
  /**
   * Counts up from 1 in this kernel.
   */
  run: number;
  componentKey: string;
  componentId: string;
  type: string;
  variables: string[];
  cellId: string | null;
  /**
   * IPython's execution count of the cell that called it: with Snapshot.cells it tells which code each cell had executed by then.
   */
  count: number | null;
  context: string;
  state: 'running' | 'done' | 'cached' | 'failed' | 'interrupted';
  startedAt: number;
  endedAt: number | null;
  enableCache: boolean;
  executionId: number | null;
  cache: CacheMatch | null;
  /**
   * Path of a module file that changed after this object froze its code: TFX ran (or matched) the old code.
   */
  oldCode: string | null;
  inputs: ArtifactMap;
  /**
   * Published outputs only.
   */
  outputs: ArtifactMap;
  execProperties: Properties;
  /**
   * Module files and data as they were when the run began.
   */
  files: FileFingerprint[];
  progress: Progress | null;
  error: RunError | null;
  /**
   * Where its Beam jobs run; null where it has none.
   */
  beam: BeamRun | null;
}
/**
 * Which earlier execution answered a cached run.
 */
export interface CacheMatch {
  /**
   * The execution whose outputs were used.
   */
  executionId: number | null;
  finishedAt: number | null;
  /**
   * The newest complete execution with the same inputs and properties; differs from executionId after a run without the cache, since TFX takes the oldest.
   */
  newestExecutionId: number | null;
  newestFinishedAt: number | null;
}
/**
 * Artifacts by channel key (an input's or an output's name in the component's specification).
 */
export interface ArtifactMap {
  [k: string]: Artifact[];
}
/**
 * One ML Metadata artifact, as read from a channel or from the metadata store.
 */
export interface Artifact {
  /**
   * The artifact's id in the metadata store; null where it is not published.
   */
  id: number | null;
  /**
   * The artifact type's name, such as Examples or Model.
   */
  type: string;
  uri: string;
  name: string;
  /**
   * ML Metadata's Artifact.State; published is LIVE.
   */
  state:
    | 'unknown'
    | 'pending'
    | 'published'
    | 'marked-for-deletion'
    | 'deleted'
    | 'abandoned'
    | 'reference';
  /**
   * The names in the property split_names.
   */
  splits: string[];
  properties: Properties;
  customProperties: Properties;
}
/**
 * A file or folder that a run read, with what tells one content from another: for a module file a digest of its bytes, for data the names, sizes and times (as TFX's own span fingerprint).
 */
export interface FileFingerprint {
  path: string;
  role: 'module' | 'data';
  /**
   * null: the file is not there.
   */
  fingerprint: string | null;
}
/**
 * How far a run is. done and total count units.
 */
export interface Progress {
  /**
   * What is going on, such as a Beam stage's name or 'training'.
   */
  phase: string;
  done: number | null;
  total: number | null;
  unit: 'stages' | 'epochs' | 'steps' | 'trials' | null;
  /**
   * Elements that Beam has read so far.
   */
  elements: number | null;
  metrics: {
    [k: string]: number;
  };
}
export interface RunError {
  /**
   * The exception's class.
   */
  name: string;
  message: string;
  /**
   * What it means and what to do; null where the message is all there is to say.
   */
  sentence: string | null;
  cellId: string | null;
  /**
   * 1-based line in the cell.
   */
  line: number | null;
  frames: Frame[];
}
/**
 * One frame of a traceback, outermost first.
 */
export interface Frame {
  file: string;
  line: number | null;
  function: string;
  text: string;
  /**
   * The notebook cell, where the frame is in one.
   */
  cellId: string | null;
}
/**
 * How a run's Beam jobs were started.
 */
export interface BeamRun {
  /**
   * Who said so: cell: context.run(…, beam_pipeline_args=…); choice: a BeamChoice; context: the context's beam_pipeline_args; none: nobody, so they run in the kernel.
   */
  origin: 'cell' | 'choice' | 'context' | 'none';
  choice: BeamChoice | null;
  /**
   * As they were given, without values that may be secrets.
   */
  arguments: string[];
}
/**
 * One execution of a cell in this kernel.
 */
export interface ExecutedCell {
  /**
   * null where the cell ran before the kernel side was there (its execution count still tells which it is).
   */
  cellId: string | null;
  /**
   * IPython's execution count.
   */
  count: number | null;
  /**
   * null where it is not known.
   */
  ok: boolean | null;
  source: string;
}
export interface FilesValue {
  files: FileFingerprint[];
}
export interface ValidateValue {
  /**
   * One for each split that has statistics, by name.
   */
  splits: SplitAnomalies[];
}
/**
 * Where the statistics of a split and the schema disagree.
 */
export interface SplitAnomalies {
  /**
   * Empty where there are no splits.
   */
  split: string;
  /**
   * tensorflow_metadata's Anomalies without its baseline, serialized, in base64.
   */
  anomalies: string;
}
/**
 * How far predictions are.
 */
export interface PredictionJob {
  job: string;
  /**
   * canceled follows the cancel after at most a batch of examples.
   */
  state: 'running' | 'done' | 'failed' | 'canceled';
  /**
   * Examples that were predicted.
   */
  done: number;
  /**
   * All examples; null where they are not counted yet.
   */
  total: number | null;
  /**
   * Where the file is, once it is whole; else null.
   */
  path: string | null;
  /**
   * Why it failed, in a sentence that says what to do; else null.
   */
  message: string | null;
}
/**
 * Whether an exported pipeline is the notebook's.
 */
export interface Proof {
  /**
   * Id of the proof.
   */
  proof: string;
  state: 'running' | 'same' | 'different' | 'failed' | 'canceled';
  /**
   * What it is compared with: the components that the kernel has, or those that the notebook's cells declare when nothing runs.
   */
  against: 'kernel' | 'notebook';
  /**
   * Nodes of the exported pipeline; 0 until it is compiled.
   */
  nodes: number;
  /**
   * What is different, a sentence each.
   */
  differences: string[];
  /**
   * Ids of nodes that the kernel does not have yet, since their cells have not run.
   */
  missing: string[];
  /**
   * Why it failed, in a sentence; else null.
   */
  message: string | null;
}
/**
 * Values of the kernel.
 */
export interface ValuesValue {
  /**
   * Python text of each value, by name; null where it cannot be written as a literal. A name that has no value is left out.
   */
  values: {
    [k: string]: string | null;
  };
}
/**
 * What the model says of each row.
 */
export interface AskModelValue {
  /**
   * By row, a number for each class; one of a model of two classes, or of a number.
   */
  predictions: number[][];
}
/**
 * What came of the look.
 */
export interface BeamCheck {
  /**
   * Version of Apache Beam in the kernel's environment; null where it has none.
   */
  beam: string | null;
  /**
   * The Beam arguments that the choice stands for; empty for the kernel itself.
   */
  arguments: string[];
  problems: BeamProblem[];
}
/**
 * What is wrong with a BeamChoice.
 */
export interface BeamProblem {
  /**
   * The option that it is about; null for the choice as a whole.
   */
  option: string | null;
  /**
   * error: it is not used like this.
   */
  severity: 'error' | 'warning';
  /**
   * Sentences that say what to do.
   */
  message: string;
}
export interface EmptyValue {}
export interface ErrorReply {
  /**
   * null where the request could not be read.
   */
  id: number | null;
  ok: false;
  error: {
    kind: 'version' | 'bad-request' | 'internal';
    message: string;
  };
}
/**
 * A run began, moved or ended: the whole record each time, so that a later one replaces an earlier one.
 */
export interface RunEvent {
  event: 'run';
  seq: number;
  run: Run;
}
/**
 * A cell ended: what the namespace holds now.
 */
export interface CellEvent {
  event: 'cell';
  seq: number;
  cell: ExecutedCell;
  contexts: Context[];
  /**
   * null: as before.
   */
  components: Component[] | null;
  tfx: TfxState;
}
export interface FilesEvent {
  event: 'files';
  seq: number;
  files: FileFingerprint[];
}
/**
 * TFX is being imported, or has been.
 */
export interface TfxEvent {
  event: 'tfx';
  seq: number;
  tfx: TfxState;
}
/**
 * GET <base_url>/jupyterlab-tfx/store: the executions of one pipeline.
 */
export interface StoreReply {
  protocol: number;
  uri: string;
  /**
   * The pipeline that executions belong to; null where the store holds none of that name.
   */
  pipelineName: string | null;
  /**
   * Names of all pipelines in the store.
   */
  pipelines: string[];
  /**
   * Oldest first; the newest ones where truncated.
   */
  executions: Execution[];
  truncated: boolean;
}
/**
 * One ML Metadata execution of a pipeline's node, as the metadata store has it.
 */
export interface Execution {
  id: number;
  componentId: string;
  /**
   * The execution type's name, such as tfx.components.trainer.component.Trainer.
   */
  type: string;
  /**
   * ML Metadata's Execution.State. running can also mean that it ended without a word: an InteractiveContext publishes no failure.
   */
  state: 'unknown' | 'new' | 'running' | 'done' | 'failed' | 'cached' | 'canceled';
  runId: string;
  startedAt: number | null;
  endedAt: number | null;
  inputs: ArtifactMap;
  outputs: ArtifactMap;
  execProperties: Properties;
  error: string | null;
}
/**
 * An artifact with the files that its view needs. The kernel makes it for a cell's output (mime type application/vnd.jupyterlab-tfx.artifact.v1+json), the server for GET <base_url>/jupyterlab-tfx/artifacts/document. As JSON it has 256,000 bytes at most.
 */
export interface ArtifactDocument {
  /**
   * The document's version: it outlives the protocol's in saved notebooks.
   */
  version: 1;
  /**
   * The artifact's id in the metadata store; null where it is not published.
   */
  id: number | null;
  /**
   * The artifact type's name; Unknown where nobody gave it and the files do not tell it.
   */
  type: string;
  uri: string;
  name: string;
  /**
   * ML Metadata's Artifact.State; published is LIVE.
   */
  state:
    | 'unknown'
    | 'pending'
    | 'published'
    | 'marked-for-deletion'
    | 'deleted'
    | 'abandoned'
    | 'reference';
  /**
   * The names in the property split_names; without it, those of the Split- folders.
   */
  splits: string[];
  properties: Properties;
  customProperties: Properties;
  /**
   * What the type's view needs, most important first; the first files below the URI for a type that is not TFX's own.
   */
  files: ArtifactFile[];
  /**
   * Files below the URI, counted to 10,000 (below gs:// and s3://, to 1,000).
   */
  fileCount: number;
  /**
   * Something that the view needs is not in the document: a file's bytes or a part of them, the names of further files, or the end of a long property.
   */
  truncated: boolean;
  /**
   * A sentence where the document could not be made whole, such as files that are gone; null where it could.
   */
  problem: string | null;
}
/**
 * A file below an artifact's URI.
 */
export interface ArtifactFile {
  /**
   * Relative to the URI, with slashes; the file's own name where the URI is a file.
   */
  path: string;
  /**
   * The file's own size in bytes.
   */
  size: number;
  /**
   * How the bytes are in data; null where they are not.
   */
  encoding: 'gzip+base64' | 'base64' | null;
  /**
   * The file's bytes; its first bytes, fewer than size, only of a file that is read from its start (TFRecord, text); null where they did not fit or are not needed at first: the server has them.
   */
  data: string | null;
}
/**
 * Browser to server: open the board of a set of logdirs; the one that is there, where there is one.
 */
export interface TensorBoardRequest {
  logdirs: TensorBoardLogdir[];
  /**
   * Id of a kernel, or name of a kernel specification, whose environment's TensorBoard is wanted; null for the server's.
   */
  kernel: string | null;
  /**
   * Seconds between looks for new events.
   */
  reloadInterval: number;
  /**
   * Minutes without a reader after which the board ends; 0 for never.
   */
  idleMinutes: number;
}
/**
 * A folder with event files, and what it is called in the board.
 */
export interface TensorBoardLogdir {
  /**
   * Empty: the folder's own name.
   */
  name: string;
  uri: string;
}
/**
 * Server to browser: TensorBoards, oldest first; one, or none after it was stopped, where one was asked about.
 */
export interface TensorBoardReply {
  protocol: number;
  boards: TensorBoard[];
}
/**
 * A TensorBoard process of the Jupyter server.
 */
export interface TensorBoard {
  /**
   * Names it in addresses: its page is below jupyterlab-tfx/tensorboard/<id>/.
   */
  id: string;
  state: 'starting' | 'running' | 'failed';
  /**
   * What it does while it starts, as a part of a sentence.
   */
  doing: string;
  /**
   * Why it failed, in a sentence; else empty.
   */
  message: string;
  /**
   * The end of what the process wrote to stderr; else empty.
   */
  detail: string;
  /**
   * It failed because no environment has TensorBoard.
   */
  missing: boolean;
  logdirs: TensorBoardLogdir[];
  /**
   * Names of logdirs with no event file in them yet.
   */
  withoutEvents: string[];
  /**
   * When an event file was last written to, in milliseconds since the epoch; null where there is none, or where that is not looked at: in buckets.
   */
  eventsAt: number | null;
  startedAt: number;
}
/**
 * Browser to server: preview or write the files of a notebook's pipeline.
 */
export interface ExportRequest {
  /**
   * Path of the notebook below the server's root.
   */
  notebook: string;
  /**
   * The notebook document as it is in the browser, saved or not, as JSON text.
   */
  content: string;
  /**
   * Folder to write, below the server's root; null for `NAME-pipeline` beside the notebook.
   */
  folder: string | null;
  choices: ExportChoices;
  /**
   * What the kernel answered to a ValuesRequest.
   */
  values: {
    [k: string]: string | null;
  };
  /**
   * Write the files. They are not written while there is an error.
   */
  write: boolean;
}
/**
 * What is chosen of an export. What is null is taken from the notebook.
 */
export interface ExportChoices {
  /**
   * Orchestrators, by their names in ExportReply.
   */
  targets: string[];
  /**
   * Variable of the context whose pipeline is exported, where there are several.
   */
  context: string | null;
  name: string | null;
  root: string | null;
  /**
   * Path of an SQLite file.
   */
  metadata: string | null;
  /**
   * Arguments of the components that are Beam jobs.
   */
  beamArguments: string[] | null;
  /**
   * Take over the BeamChoices of the notebook: for all components where beamArguments is null, and those for single components.
   */
  beamChoice: boolean;
  /**
   * `component.argument` of what becomes a runtime parameter; null for the paths of the data.
   */
  parameters: string[] | null;
  /**
   * Python literals by name, for names that no cell gives a value.
   */
  constants: {
    [k: string]: string;
  };
}
/**
 * What an export writes, or has written.
 */
export interface ExportReply {
  protocol: number;
  /**
   * Folder of the files, below the server's root.
   */
  folder: string;
  absoluteFolder: string;
  /**
   * The notebook's folder, absolute.
   */
  base: string;
  /**
   * Why there is nothing to export, in a sentence; else null.
   */
  refused: string | null;
  /**
   * All that there are.
   */
  targets: ExportTarget[];
  /**
   * Variables of the notebook's contexts.
   */
  contexts: string[];
  /**
   * Name of the pipeline.
   */
  name: string;
  /**
   * Its root as the notebook has it, or its Python text where the source does not tell.
   */
  root: string;
  arguments: ExportArgument[];
  beam: ExportBeam;
  /**
   * Names whose values the kernel may tell.
   */
  names: string[];
  files: ExportFile[];
  problems: ExportProblem[];
  /**
   * Paths that were written; files that were as they should be are not.
   */
  written: string[];
}
/**
 * An orchestrator that a pipeline can be exported for.
 */
export interface ExportTarget {
  name: string;
  title: string;
}
/**
 * An argument of a component that may become a runtime parameter.
 */
export interface ExportArgument {
  /**
   * `component.argument`.
   */
  argument: string;
  /**
   * Its Python text.
   */
  text: string;
  chosen: boolean;
}
/**
 * The Beam arguments of an exported pipeline.
 */
export interface ExportBeam {
  /**
   * The notebook has BeamChoices, taken over or not.
   */
  chosen: boolean;
  /**
   * Of all components; one Python text where the notebook computes them.
   */
  arguments: string[];
  /**
   * More of single components.
   */
  components: {
    id: string;
    arguments: string[];
  }[];
}
/**
 * A file of an export.
 */
export interface ExportFile {
  /**
   * Below the folder.
   */
  path: string;
  text: string;
  /**
   * What the file holds now; null where there is none.
   */
  before: string | null;
}
/**
 * What stands in the way of an export.
 */
export interface ExportProblem {
  /**
   * `undefined-name`, `kernel-only`, `magic-name`, `run-result`, `local-path`, `secret`, `defined-twice`, `syntax`, `parameter`, `beam-image`.
   */
  code: string;
  /**
   * An error keeps the files from being written.
   */
  severity: 'error' | 'warning';
  message: string;
  cellId: string | null;
  /**
   * Number of the cell in the notebook, from 1.
   */
  cell: number | null;
  line: number | null;
  /**
   * The name that it is about.
   */
  name: string | null;
  /**
   * Python text of the kernel's value, offered as a constant.
   */
  offer: string | null;
}
/**
 * Server to browser: how the server's connection to an orchestrator is, and the pipelines there.
 */
export interface RunsState {
  protocol: number;
  /**
   * off: somebody has to connect; away: the orchestrator does not answer just now.
   */
  state: 'off' | 'away' | 'connected';
  /**
   * What is wrong, in a sentence; else empty.
   */
  message: string;
  /**
   * The orchestrator's address, or the configured one; empty where there is none.
   */
  url: string;
  /**
   * Who is connected; empty with a token.
   */
  user: string;
  /**
   * Of the orchestrator, such as 3.3.2; empty where it is not known.
   */
  version: string;
  /**
   * What the form to connect begins with, by field; never a secret.
   */
  values: {
    [k: string]: string;
  };
  /**
   * What can be done there.
   */
  actions: ('trigger' | 'pause' | 'stop' | 'clear' | 'log' | 'artifacts' | 'deploy')[];
  pipelines: RunsPipeline[];
  importErrors: RunsImportError[];
  /**
   * What keeps runs from going on, as sentences.
   */
  warnings: string[];
}
/**
 * A pipeline on an orchestrator; in Airflow a DAG with the tag tfx.
 */
export interface RunsPipeline {
  id: string;
  description: string;
  /**
   * Nothing of it runs.
   */
  paused: boolean;
  /**
   * Path of its file, where the orchestrator reads one: in Airflow in the DAGs folder.
   */
  file: string;
  /**
   * The orchestrator cannot read its file as it is now.
   */
  broken: boolean;
  /**
   * Its page of the orchestrator's own; empty where there is none.
   */
  url: string;
}
/**
 * A file that the orchestrator cannot read.
 */
export interface RunsImportError {
  file: string;
  /**
   * The orchestrator's own text: a traceback.
   */
  text: string;
}
/**
 * Server to browser: a pipeline, its last runs, and the tasks of one of them.
 */
export interface RunsWatch {
  protocol: number;
  pipeline: RunsPipeline;
  parameters: RunsParameter[];
  /**
   * The newest first.
   */
  runs: PipelineRun[];
  /**
   * Id of the run that the tasks are of.
   */
  run: string | null;
  tasks: PipelineTask[];
  warnings: string[];
}
/**
 * A runtime parameter of a pipeline.
 */
export interface RunsParameter {
  name: string;
  kind: 'string' | 'integer' | 'number';
  /**
   * The default, as text; null for none.
   */
  value: string | null;
}
/**
 * A run of a pipeline on an orchestrator.
 */
export interface PipelineRun {
  id: string;
  state: 'queued' | 'running' | 'success' | 'failed' | 'stopped';
  /**
   * Why it failed, where the orchestrator says so here; else empty.
   */
  message: string;
  queuedAt: number | null;
  startedAt: number | null;
  endedAt: number | null;
  /**
   * What it was triggered with, as a JSON object.
   */
  parameters: string;
  /**
   * Its page of the orchestrator's own; empty where there is none.
   */
  url: string;
}
/**
 * A node in a run; its id is the node's, in Airflow with _ for what that does not take.
 */
export interface PipelineTask {
  id: string;
  /**
   * none: it waits for others; retry: it has failed and will be tried again.
   */
  state:
    | 'none'
    | 'queued'
    | 'running'
    | 'retry'
    | 'success'
    | 'cached'
    | 'failed'
    | 'upstream-failed'
    | 'skipped'
    | 'stopped'
    | 'removed';
  /**
   * Why it failed, where the orchestrator says so here; else empty.
   */
  message: string;
  /**
   * Tries so far, the running one included.
   */
  tries: number;
  maxTries: number;
  startedAt: number | null;
  endedAt: number | null;
  /**
   * Its page of the orchestrator's own; empty where there is none.
   */
  url: string;
}
/**
 * Server to browser: a part of a task's log.
 */
export interface RunsLog {
  protocol: number;
  text: string;
  /**
   * The character at which the next part begins.
   */
  next: number;
}
/**
 * Server to browser: what a task of a run has made; nothing where it has not succeeded.
 */
export interface RunsArtifacts {
  protocol: number;
  artifacts: TaskArtifact[];
}
/**
 * An artifact that a task has made, as its NodeResult tells it.
 */
export interface TaskArtifact {
  /**
   * The component's name for the output.
   */
  key: string;
  /**
   * Id in the metadata store.
   */
  id: number | null;
  /**
   * Its type's name, such as ExampleStatistics.
   */
  type: string;
  uri: string;
}
/**
 * Browser to server: connect to an orchestrator.
 */
export interface RunsConnect {
  /**
   * By the fields of the orchestrator's form, secrets among them.
   */
  values: {
    [k: string]: string;
  };
}
/**
 * Browser to server: change something on an orchestrator.
 */
export interface RunsAction {
  /**
   * clear: run a task, and those after it, again.
   */
  action: 'trigger' | 'pause' | 'unpause' | 'stop' | 'clear';
  pipeline: string;
  /**
   * The run to stop, or of the task.
   */
  run: string | null;
  /**
   * The task to clear.
   */
  task: string | null;
  /**
   * Runtime parameters of a run to trigger, by name.
   */
  parameters: {
    [k: string]: Json;
  };
}
/**
 * Browser to server: compile an exported pipeline, and take it to the orchestrator.
 */
export interface RunsDeploy {
  /**
   * Of the exported files, below the server's root.
   */
  folder: string;
  /**
   * By the fields of the orchestrator's form.
   */
  values: {
    [k: string]: string;
  };
  /**
   * Id of a kernel, or name of a kernel specification, whose environment has TFX; null for the server's.
   */
  kernel: string | null;
}
/**
 * Server to browser: what was asked for was done.
 */
export interface RunsDone {
  protocol: number;
  pipeline: string;
  /**
   * What a person should know of it, as sentences.
   */
  notes: string[];
  /**
   * What of a compiled pipeline is other than at the last time: a unified diff.
   */
  changes: string;
  /**
   * The run that it was done to, or that began.
   */
  run: string | null;
}
/**
 * Server to browser: the runs of an exported pipeline, and the nodes of one of them.
 */
export interface BackgroundState {
  protocol: number;
  /**
   * What the pipeline was exported for.
   */
  runners: ('local' | 'beam')[];
  /**
   * Runtime parameters that a run may be given; a default that Python computes is null.
   */
  parameters: RunsParameter[];
  /**
   * The newest first.
   */
  runs: BackgroundRun[];
  /**
   * Id of the run that the nodes are of.
   */
  run: string | null;
  /**
   * In the pipeline's order.
   */
  nodes: BackgroundNode[];
}
/**
 * A run of an exported pipeline by one of TFX's own runners.
 */
export interface BackgroundRun {
  id: string;
  runner: 'local' | 'beam';
  /**
   * starting: TFX is being imported.
   */
  state: 'starting' | 'running' | 'done' | 'failed' | 'canceled';
  startedAt: number | null;
  endedAt: number | null;
  /**
   * Why it failed.
   */
  reason: string | null;
}
/**
 * A node of a run in the background.
 */
export interface BackgroundNode {
  id: string;
  /**
   * queued: it waits for its turn; waiting: the run ended before that.
   */
  state: 'queued' | 'running' | 'done' | 'cached' | 'skipped' | 'failed' | 'canceled' | 'waiting';
  startedAt: number | null;
  endedAt: number | null;
  /**
   * Why it failed, was skipped or canceled.
   */
  reason: string | null;
  artifacts: TaskArtifact[];
}
/**
 * Server to browser: a part of a log.
 */
export interface BackgroundLog {
  protocol: number;
  text: string;
  /**
   * The byte at which the next part begins.
   */
  next: number;
}
/**
 * Browser to server: run an exported pipeline.
 */
export interface BackgroundStart {
  /**
   * Of the exported files, below the server's root.
   */
  folder: string;
  runner: 'local' | 'beam';
  /**
   * Id of a kernel, or name of a kernel specification, whose environment has TFX; null for the server's.
   */
  kernel: string | null;
  /**
   * Values of runtime parameters by name; the others, and those that are null, have their defaults.
   */
  parameters: {
    [k: string]: string | number | null;
  };
}
/**
 * Browser to server: cancel a run.
 */
export interface BackgroundStop {
  folder: string;
  run: string;
}

/** Raised by one with every change of the messages. */
export const PROTOCOL_VERSION = 1;

/** Of the front end; the package in a kernel's environment should have the same one. */
export const PACKAGE_VERSION = '0.1.0';
