/** The contract of an artifact type's view: how its files are read, and how what was read is shown. */
import type { TranslationBundle } from '@jupyterlab/translation';
import type * as React from 'react';

import type { IArtifactSource } from './artifact-source';
import type { IPredictionSource } from './prediction-source';

/** Where a view is: below a component's output or in a cell (`compact`), or in a tab of its own (`full`). */
export type ViewSize = 'compact' | 'full';

/** One artifact, read. */
export interface IViewItem<T> {
  /** What tells it from the others that it is compared with; the artifact's name or id where it is alone. */
  readonly label: string;
  readonly source: IArtifactSource;
  readonly data: T;
}

/** An artifact in words that a document can be asked for by. */
export interface IArtifactAddress {
  readonly uri: string;
  /** TFX's type name; empty where it is not known. */
  readonly type: string;
  readonly name: string;
  readonly id: number | null;
}

/** An artifact that an execution took. */
export interface IArtifactInput extends IArtifactAddress {
  /** What the component calls it, such as `statistics`. */
  readonly input: string;
}

/** Which rows of an artifact that has rows are shown at first. */
export interface IRowChoice {
  /** The first split where the artifact has none of that name. */
  readonly split: string;
  /** As a person writes it; see `parseFilter`. */
  readonly filter: string;
}

/** Edits of a schema that it is opened with: made, and not saved. */
export interface ISchemaChoice {
  /** The schema after them, in protobuf's text format. */
  readonly text: string;
  /** URI of the ExampleStatistics that are held against it at once; null for none. */
  readonly statistics: string | null;
}

/** What of an artifact is shown at first. */
export interface IOpening {
  /** Of an artifact that has rows. */
  readonly rows?: IRowChoice;
  /** Of a schema. */
  readonly edited?: ISchemaChoice;
}

/** What a validation says of one split. */
export interface ISplitAnomalies {
  /** Empty where there are no splits. */
  readonly split: string;
  /** A serialized Anomalies message. */
  readonly anomalies: Uint8Array;
}

/** What is held against a schema. */
export interface IStatisticsQuestion {
  /** URI of an ExampleStatistics artifact. */
  readonly statistics: string;
  /** In protobuf's text format. */
  readonly schema: string;
  /** One of the schema's default environments; null for none. */
  readonly environment: string | null;
  /** URI of the statistics of the data before, for drift; null for none. */
  readonly previous: string | null;
  /** URI of the statistics of the data that is served, for skew; null for none. */
  readonly serving: string | null;
}

/** What the place that a view is in can do for it. Each is null where the place cannot. */
export interface IArtifactHost {
  /** Opens artifacts in a tab; several of one type are compared. */
  readonly open: ((artifacts: readonly IArtifactAddress[], opening?: IOpening) => void) | null;
  /** Published artifacts of a type that the notebook's pipeline has made, newest first. */
  readonly find: ((type: string) => Promise<readonly IArtifactAddress[]>) | null;
  /** Artifacts that the run took which made one, the latest one of those that did; empty where none is known. */
  readonly inputs: ((uri: string) => Promise<readonly IArtifactInput[]>) | null;
  /**
   * Another artifact, to read from.
   *
   * @throws an Error whose message is a sentence.
   */
  readonly source:
    ((address: IArtifactAddress, signal: AbortSignal) => Promise<IArtifactSource>) | null;
  /** Holds statistics against a schema, by the kernel's own TFDV. */
  readonly validate:
    ((question: IStatisticsQuestion) => Promise<readonly ISplitAnomalies[]>) | null;
  /** What the evaluated model says of each example that it was evaluated on. */
  readonly predictions: ((evaluation: IArtifactAddress) => IPredictionSource) | null;
  /**
   * Puts a cell into the notebook that the artifact comes from, and shows it.
   *
   * @param source - The cell's text, or what makes it of the variable that has the component of `madeBy` (null: none).
   * @param madeBy - URI of an artifact: the cell comes right below the one that made it. Without, below the current one.
   */
  readonly insertCell:
    ((source: string | ((variable: string | null) => string), madeBy?: string) => void) | null;
  /**
   * Saves a text below the server's root, where the person says. The path, as a cell of the notebook opens it (where
   * there is no notebook, as the server has it); null where they did not.
   */
  readonly saveText: ((suggestedPath: string, text: string) => Promise<string | null>) | null;
  /** Shows the event files of training runs in TensorBoard; several are compared. */
  readonly openTensorBoard: ((runs: readonly IArtifactAddress[]) => void) | null;
}

/** Props of a view: a React component. */
export interface IArtifactViewProps<T> {
  /** One, or several of one type that are compared. */
  readonly items: readonly IViewItem<T>[];
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
  readonly opening?: IOpening;
}

/** What a view's module has: the two halves that share the type of what was read. */
export interface IArtifactViewParts<T> {
  /**
   * Reads an artifact.
   *
   * @throws an Error whose message is a sentence that says what is the matter and what to do.
   */
  readonly decode: (source: IArtifactSource, signal: AbortSignal) => Promise<T>;
  readonly View: React.ComponentType<IArtifactViewProps<T>>;
  /** It can show several at once; else they are put side by side. */
  readonly compares?: boolean;
}

/** A view whose type of data is its own business. Made by {@link artifactView}. */
export interface IArtifactView {
  readonly compares: boolean;
  /** Reads artifacts; gives what draws them. */
  prepare(
    sources: readonly { readonly label: string; readonly source: IArtifactSource }[],
    signal: AbortSignal
  ): Promise<
    React.ComponentType<{
      readonly size: ViewSize;
      readonly trans: TranslationBundle;
      readonly host: IArtifactHost;
      readonly opening?: IOpening;
    }>
  >;
}

/** An artifact type's entry in the registry: light; what it loads may be heavy. */
export interface IArtifactViewEntry {
  /** TFX's type names, such as `ExampleStatistics`. */
  readonly types: readonly string[];
  /** What the type is called, in the person's language. */
  readonly label: (trans: TranslationBundle) => string;
  readonly load: () => Promise<IArtifactView>;
}
