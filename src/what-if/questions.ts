/** What the page asks the worker about the evaluated model. */
import type { Task } from '../metrics/prediction-table';
import type { IRow } from './compute-rows';
import type { BackendName, IPassedOver } from './graph-runner';
import type { FeatureKind } from './decode-model';
import type { Changes, RawList, RawValue } from './raw-values';

/** A raw feature that can be changed. */
export interface IControl {
  readonly name: string;
  readonly kind: FeatureKind;
  /** Numbers in their order; words, or lists of them or of numbers, the most frequent first. */
  readonly values: readonly (number | string | RawList)[];
  readonly hasMissing: boolean;
  /** Numbers between those of `values` are known too. */
  readonly isAny: boolean;
}

/** What is there to ask about. */
export interface IOpened {
  readonly task: Task;
  /** Of a model with several outputs, which one this is, and their names; empty where there is one. */
  readonly output: string;
  readonly outputs: readonly string[];
  /** Key of the output in the model's signature; empty where that has one. */
  readonly predictionKey: string;
  /** Of a multi-class task. */
  readonly classes: readonly string[];
  readonly rows: number;
  /** Those that the model looks at; where it does not run here, all but the label's own. */
  readonly controls: readonly IControl[];
  /** null where the model does not run here. */
  readonly runs: {
    readonly backend: BackendName;
    readonly passedOver: readonly IPassedOver[];
    /** The largest difference from the kernel's predictions, of the rows that were tried. */
    readonly difference: number;
  } | null;
  /** Why it does not run here, where it was tried. */
  readonly problem: string | null;
}

/** How the mean prediction depends on a feature. */
export interface IDependence {
  /** Of the feature; null where it is missing. */
  readonly values: readonly RawValue[];
  /** By value, a number for each class. */
  readonly means: readonly (readonly number[])[];
  /** The same for one row alone. */
  readonly own: readonly (readonly number[])[];
  /** Rows that the means are of so far. */
  readonly rows: number;
}

/** Questions by kind. */
export interface IQuestions {
  readonly open: {
    readonly predictions: ArrayBuffer;
    /** The labels of all outputs, which are no features. */
    readonly labelKeys: readonly string[];
    readonly model: {
      readonly model: ArrayBuffer;
      readonly weights: ArrayBuffer;
      readonly inputs: ArrayBuffer;
    } | null;
  };
  /** Goes over to another output of the same model. */
  readonly choose: { readonly output: string };
  readonly row: { readonly row: number };
  /** What the model says of a row with other features. */
  readonly predict: { readonly row: number; readonly changes: Changes };
  /** The row that is nearest among those with another outcome: a certain one, or any where that is null. */
  readonly nearest: {
    readonly row: number;
    readonly threshold: number;
    readonly outcome: number | null;
  };
  readonly depend: { readonly row: number; readonly changes: Changes; readonly feature: string };
}

/** Answers by kind. */
export interface IAnswers {
  readonly open: IOpened;
  readonly choose: IOpened;
  readonly row: IRow;
  readonly predict: readonly number[];
  readonly nearest: number | null;
  readonly depend: IDependence;
}

/** A kind of question. */
export type QuestionKind = keyof IQuestions;

/** A question on its way. */
export type Asked = {
  readonly [K in QuestionKind]: {
    readonly id: number;
    readonly kind: K;
    readonly question: IQuestions[K];
  };
}[QuestionKind];

/** What comes back. A part is followed by others, or by the end. */
export type Reply =
  | {
      readonly id: number;
      readonly state: 'part' | 'done';
      readonly answer: IAnswers[QuestionKind];
    }
  | { readonly id: number; readonly state: 'failed'; readonly sentence: string };
