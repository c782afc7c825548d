/**
 * ModelBlessing (Evaluator) and InfraBlessing (InfraValidator): an empty file with the verdict for a name, and custom
 * properties that say of what (`tfx/components/evaluator/constants.py`, `tfx/components/infra_validator/executor.py`).
 */
import type { Properties } from '../../protocol';
import type { IArtifactSource } from '../artifact-source';

/** `none` where the folder has no file that says. */
export type Verdict = 'blessed' | 'not-blessed' | 'none';

/** A model that a blessing names. */
export interface INamedModel {
  readonly uri: string;
  readonly id: number | null;
}

/** A blessing, read. */
export interface IBlessing {
  /** Who gave it: Evaluator compares metrics with thresholds, InfraValidator loads the model into a server. */
  readonly by: 'evaluator' | 'infra-validator';
  readonly verdict: Verdict;
  /** File and property say different things; the verdict is the file's, as it is for TFX. */
  readonly disputed: boolean;
  /** The model that was judged; null where no property names it. */
  readonly model: INamedModel | null;
  /** What it was compared with; null where there was nothing. */
  readonly baseline: INamedModel | null;
  /** What newer Evaluators say about it. */
  readonly message: string | null;
  readonly validation: string | null;
  /** A copy of the model with warm-up requests is in the artifact. */
  readonly stamped: boolean;
  /** Where TFX puts the evaluation that this came with, beside it; null where the URI does not tell. */
  readonly evaluation: string | null;
  /** All other properties. */
  readonly others: Properties;
}

const FILES: Readonly<Record<string, Verdict>> = {
  BLESSED: 'blessed',
  NOT_BLESSED: 'not-blessed',
  INFRA_BLESSED: 'blessed',
  INFRA_NOT_BLESSED: 'not-blessed'
};

const READ_ABOVE = new Set([
  ...['blessed', 'current_model', 'current_model_id', 'baseline_model', 'baseline_model_id'],
  ...['blessed_model', 'blessed_model_id', 'blessing_message', 'validation_result', 'has_model']
]);

/** Reads a blessing; one with no file and no property is a verdict of `none`. */
export async function decodeBlessing(source: IArtifactSource): Promise<IBlessing> {
  const { type, uri, files, properties, customProperties } = source.document;
  const all: Properties = { ...properties, ...customProperties };
  const said = files.map(({ path }) => FILES[path]).find(verdict => verdict !== undefined);
  const property = toVerdict(all.blessed);
  return {
    by:
      type === 'InfraBlessing' || files.some(({ path }) => path.startsWith('INFRA_'))
        ? 'infra-validator'
        : 'evaluator',
    verdict: said ?? property ?? 'none',
    disputed: said !== undefined && property !== null && said !== property,
    model: modelIn(all, 'current_model'),
    // ModelValidator, before Evaluator did its work, named it so.
    baseline: modelIn(all, 'baseline_model') ?? modelIn(all, 'blessed_model'),
    message: textOrNull(all.blessing_message),
    validation: textOrNull(all.validation_result),
    stamped: Number(all.has_model) === 1,
    evaluation: /\/blessing\/[^/]+\/?$/.test(uri)
      ? uri.replace(/\/blessing(\/[^/]+)\/?$/, '/evaluation$1')
      : null,
    others: Object.fromEntries(Object.entries(all).filter(([name]) => !READ_ABOVE.has(name)))
  };
}

function toVerdict(value: unknown): Verdict | null {
  return value === undefined || value === null
    ? null
    : Number(value) === 1
      ? 'blessed'
      : 'not-blessed';
}

function modelIn(properties: Properties, name: string): INamedModel | null {
  const uri = textOrNull(properties[name]);
  const id = properties[`${name}_id`];
  return uri === null ? null : { uri, id: typeof id === 'number' ? id : null };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
