/** Unknown in, typed out: what another process sent is looked at before it is believed. */
import type {
  RunsArtifacts,
  RunsDone,
  RunsLog,
  RunsState,
  RunsWatch,
  ArtifactDocument,
  BackgroundLog,
  BackgroundState,
  BeamChoice,
  BeamChoices,
  Event,
  ExportReply,
  Reply,
  StoreReply,
  TensorBoardReply
} from './generated/types';
import {
  isRunsArtifacts,
  isRunsDone,
  isRunsLog,
  isRunsState,
  isRunsWatch,
  isArtifactDocument,
  isBackgroundLog,
  isBackgroundState,
  isBeamChoice,
  isBeamChoices,
  isEvent,
  isExportReply,
  isReply,
  isStoreReply,
  isTensorBoardReply
} from './generated/validators';

/** A generated check: true for the right shape, else its `errors` say what is wrong. */
interface IValidator {
  (value: unknown): boolean;
  errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/** A message that is not what the protocol says. */
export class ProtocolError extends Error {
  constructor(what: string, path: string, reason: string) {
    super(
      `${what} cannot be read (${path || 'at its top'}: ${reason}). Front end and kernel side may be of different versions.`
    );
    this.name = 'ProtocolError';
  }
}

function decode<T>(what: string, validator: IValidator, value: unknown): T {
  if (!validator(value)) {
    const first = validator.errors?.[0];
    throw new ProtocolError(
      what,
      first?.instancePath.slice(0, 100) ?? '',
      first?.message?.slice(0, 100) ?? 'not valid'
    );
  }
  return value as T;
}

/** Kernel to browser: the answer to a request. */
export function decodeReply(value: unknown): Reply {
  return decode('A reply of the kernel', isReply as IValidator, value);
}

/** Kernel to browser: something happened. */
export function decodeEvent(value: unknown): Event {
  return decode('An event of the kernel', isEvent as IValidator, value);
}

/** The server's answer about a metadata store. */
export function decodeStoreReply(value: unknown): StoreReply {
  return decode('The answer about the metadata store', isStoreReply as IValidator, value);
}

/** An artifact with its files: of a cell's output (perhaps an old notebook's), or the server's answer. */
export function decodeArtifactDocument(value: unknown): ArtifactDocument {
  return decode('The artifact', isArtifactDocument as IValidator, value);
}

/** The server's answer about TensorBoards. */
export function decodeTensorBoardReply(value: unknown): TensorBoardReply {
  return decode('The answer about TensorBoards', isTensorBoardReply as IValidator, value);
}

/** The server's answer about an export. */
export function decodeExportReply(value: unknown): ExportReply {
  return decode('The answer about the export', isExportReply as IValidator, value);
}

/** How the server's connection to an orchestrator is. */
export function decodeRunsState(value: unknown): RunsState {
  return decode('The answer about an orchestrator', isRunsState as IValidator, value);
}

/** A pipeline on an orchestrator, its runs, and the tasks of one. */
export function decodeRunsWatch(value: unknown): RunsWatch {
  return decode('The answer about runs', isRunsWatch as IValidator, value);
}

/** A part of a task's log. */
export function decodeRunsLog(value: unknown): RunsLog {
  return decode('The log of a task', isRunsLog as IValidator, value);
}

/** What a task has made. */
export function decodeRunsArtifacts(value: unknown): RunsArtifacts {
  return decode('The answer about artifacts of a run', isRunsArtifacts as IValidator, value);
}

/** What was done on an orchestrator. */
export function decodeRunsDone(value: unknown): RunsDone {
  return decode('The answer about what was done', isRunsDone as IValidator, value);
}

/** A notebook's choices of Beam runners, which its metadata hold. */
export function decodeBeamChoices(value: unknown): BeamChoices {
  return decode('The choice of Beam runners', isBeamChoices as IValidator, value);
}

/** A choice of a Beam runner, which JupyterLab's settings hold. */
export function decodeBeamChoice(value: unknown): BeamChoice {
  return decode('The choice of a Beam runner', isBeamChoice as IValidator, value);
}

/** The runs of an exported pipeline in the background, and the nodes of one. */
export function decodeBackgroundState(value: unknown): BackgroundState {
  return decode('The answer about runs in the background', isBackgroundState as IValidator, value);
}

/** A part of the log of a run in the background. */
export function decodeBackgroundLog(value: unknown): BackgroundLog {
  return decode('The log of a run', isBackgroundLog as IValidator, value);
}
