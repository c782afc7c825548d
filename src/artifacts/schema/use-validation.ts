/** Validation of the edited schema by the kernel: again after each edit, once it was asked for. */
import * as React from 'react';

import { decodeMessage } from '../../proto/decode-message';
import { AnomaliesSchema } from '../../proto/generated/anomalies_pb';
import type { ISplitAnomalies } from '../anomalies/anomalies';
import { plainAnomalies } from '../anomalies/decode';
import type { IArtifactAddress, IArtifactHost, IStatisticsQuestion } from '../artifact-view';
import { schemaText } from './compute-text';
import type { ISplitValidation } from './compute-validation';
import { compareValidations } from './compute-validation';
import type { ISchemaDraft } from './edit';

/** What is validated. */
export type IValidationRequest = Omit<IStatisticsQuestion, 'schema'>;

/** What is known of it. */
export interface IValidationState {
  /** Statistics to choose from; none where nobody knows of any. */
  readonly statistics: readonly IArtifactAddress[];
  readonly request: IValidationRequest | null;
  readonly ask: (request: IValidationRequest) => void;
  readonly running: boolean;
  /** Of the last validation that ended well. */
  readonly splits: readonly ISplitValidation[] | null;
  /** A sentence about the last one that did not. */
  readonly problem: string | null;
}

type Validate = NonNullable<IArtifactHost['validate']>;

/**
 * @param host - Nothing is asked of it where it cannot validate.
 * @param original - The schema before the edits; the same object while it is the same file.
 * @param first - What is asked at once; null to wait until somebody asks.
 */
export function useValidation(
  { validate, find }: Pick<IArtifactHost, 'validate' | 'find'>,
  original: ISchemaDraft,
  draft: ISchemaDraft,
  first: IValidationRequest | null
): IValidationState {
  const [statistics, setStatistics] = React.useState<readonly IArtifactAddress[]>([]);
  const [request, ask] = React.useState(first);
  const [running, setRunning] = React.useState(false);
  const [splits, setSplits] = React.useState<readonly ISplitValidation[] | null>(null);
  const [problem, setProblem] = React.useState<string | null>(null);
  // Before the edits nothing changes but what it is held against.
  const before = React.useRef(new Map<string, Promise<readonly ISplitAnomalies[]>>());

  React.useEffect(() => {
    let wanted = true;
    // Who finds none can still be told which.
    find?.('ExampleStatistics').then(
      found => wanted && setStatistics(ofData(found)),
      () => wanted && setStatistics([])
    );
    return () => {
      wanted = false;
    };
  }, [find]);

  React.useEffect(() => {
    if (!validate || !request) {
      return;
    }
    let wanted = true;
    const key = JSON.stringify(request);
    const run = async (): Promise<void> => {
      let unedited = before.current.get(key);
      if (!unedited) {
        unedited = validated(validate, request, original);
        before.current.set(key, unedited);
        unedited.catch(() => before.current.delete(key));
      }
      const was = await unedited;
      const is = draft === original ? was : await validated(validate, request, draft);
      if (wanted) {
        setSplits(compareValidations(was, is));
        setProblem(null);
      }
    };
    setRunning(true);
    run()
      .catch((error: unknown) => {
        if (wanted) {
          setProblem(sentence(error));
        }
      })
      .finally(() => {
        if (wanted) {
          setRunning(false);
        }
      });
    return () => {
      wanted = false;
    };
  }, [validate, request, original, draft]);

  return { statistics, request, ask, running, splits, problem };
}

/** StatisticsGen's before Transform's, which are of other features. */
function ofData(found: readonly IArtifactAddress[]): readonly IArtifactAddress[] {
  const rank = ({ uri }: IArtifactAddress) =>
    uri.replace(/\/+$/, '').split('/').at(-2) === 'statistics' ? 0 : 1;
  return [...found].sort((one, other) => rank(one) - rank(other));
}

async function validated(
  validate: Validate,
  request: IValidationRequest,
  draft: ISchemaDraft
): Promise<readonly ISplitAnomalies[]> {
  const answers = await validate({ ...request, schema: schemaText(draft) });
  return answers.map(({ split, anomalies }) =>
    plainAnomalies(split, decodeMessage(AnomaliesSchema, anomalies, 'The answer of the kernel'))
  );
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
