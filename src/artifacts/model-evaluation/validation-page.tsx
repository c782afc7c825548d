/** Why the model passes or does not, and what it would be with other bounds. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { EvalConfigSchema } from '../../proto/generated/eval_config_pb';
import { printText } from '../../proto/text-print';
import type { IArtifactHost, ViewSize } from '../artifact-view';
import { CopyButton } from '../copy-button';
import { Verdict } from '../verdict';
import { BoundList } from './bound-list';
import { CheckTable } from './check-table';
import { baselineOf, withBounds } from './compute-thresholds';
import type { IVerdict } from './compute-verdict';
import { verdictOf } from './compute-verdict';
import type { IEvalRun, IEvaluation } from './evaluation';
import { specWords, verdictWords } from './validation-words';

/** Pixels. */
const HEIGHT = { most: 236, row: 27 };

/** Props of {@link ValidationPage}. */
export interface IValidationPageProps {
  readonly evaluation: IEvaluation;
  readonly run: IEvalRun;
  readonly size: ViewSize;
  readonly host: IArtifactHost;
  readonly trans: TranslationBundle;
}

/** The verdict, the bounds, and every check. */
export function ValidationPage(props: IValidationPageProps): React.JSX.Element {
  const { evaluation, run, size, host, trans } = props;
  const { metrics, validation } = evaluation;
  const [moved, setMoved] = React.useState<ReadonlyMap<string, number>>(new Map<string, number>());
  const first = React.useMemo(() => verdictOf(metrics, run.config), [metrics, run]);
  const config = React.useMemo(
    () => (moved.size === 0 ? run.config : withBounds(run.config, moved)),
    [run, moved]
  );
  const verdict = React.useMemo(
    () => (moved.size === 0 ? first : verdictOf(metrics, config)),
    [metrics, config, moved, first]
  );
  const original = React.useMemo(
    () => new Map(first.bounds.map(({ id, value }) => [id, value])),
    [first]
  );
  const checks = React.useMemo(
    () =>
      [...verdict.checks].sort(
        (a, b) => Number(a.passes) - Number(b.passes) || worst(a.margin) - worst(b.margin)
      ),
    [verdict]
  );
  const edited = moved.size > 0;
  // What the Evaluator said is what counts; ours explains it.
  const passes = !edited && validation ? validation.validationOk : verdict.passes;
  const move = (id: string, value: number): void => {
    const next = new Map(moved);
    if (original.get(id) === value) {
      next.delete(id);
    } else {
      next.set(id, value);
    }
    setMoved(next);
  };
  const text = (): string => printText(EvalConfigSchema, config);
  return (
    <div className="jp-TfxEvaluation-page">
      <div role="status">
        <Verdict outcome={verdict.bounds.length === 0 ? 'unknown' : passes ? 'good' : 'bad'}>
          {verdictWords({ ...verdict, passes }, edited, trans)}
        </Verdict>
      </div>
      <Reasons {...{ evaluation, verdict, passes, edited, trans }} />
      {verdict.bounds.length > 0 && (
        <>
          <BoundList {...{ verdict, original, trans }} onChange={move} />
          <div className="jp-TfxEvaluation-bar">
            {edited && (
              <button className="jp-TfxArtifact-link" onClick={() => setMoved(new Map())}>
                {trans.__('Back to the bounds of the Evaluator')}
              </button>
            )}
            <CopyButton
              label={trans.__('Copy the EvalConfig')}
              title={trans.__('With these bounds, as text of protobuf')}
              {...{ text, trans }}
            />
            {host.insertCell && (
              <button
                className="jp-TfxArtifact-link"
                title={trans.__('A cell that makes the EvalConfig with these bounds')}
                onClick={() => host.insertCell?.(cellOf(text()))}
              >
                {trans.__('Insert as a cell')}
              </button>
            )}
          </div>
          <div className="jp-TfxEvaluation-table">
            <CheckTable
              {...{ checks, trans }}
              table={metrics}
              baseline={baselineOf(config) !== null}
              narrow={size === 'compact'}
              height={
                size === 'compact'
                  ? Math.min(HEIGHT.most, (checks.length + 1) * HEIGHT.row + 18)
                  : undefined
              }
            />
          </div>
        </>
      )}
    </div>
  );
}

/** No number is worse than any. */
function worst(margin: number): number {
  return Number.isNaN(margin) ? -Infinity : margin;
}

/** A cell that makes an EvalConfig of its text. */
function cellOf(text: string): string {
  const quoted = text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"');
  return `import tensorflow_model_analysis as tfma
from google.protobuf import text_format

eval_config = text_format.Parse("""
${quoted}""", tfma.EvalConfig())`;
}

/** What decides besides the checks. */
function Reasons(props: {
  readonly evaluation: IEvaluation;
  readonly verdict: IVerdict;
  readonly passes: boolean;
  readonly edited: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { evaluation, verdict, passes, edited, trans } = props;
  const { validation } = evaluation;
  // What the Evaluator missed is what counts: TFMA may miss pairs of slices that are there.
  const missing =
    validation && !edited
      ? [...validation.missingSlices, ...validation.missingCrossSlices]
      : verdict.missing;
  const sentences = [
    ...(validation?.rubberStamp
      ? [
          trans.__(
            'Rubber stamp: there was no baseline yet, so that thresholds against it were passed over. The first model is blessed that way.'
          )
        ]
      : []),
    ...missing.map(spec =>
      trans.__(
        'Missing: no slice of “%1” was found, and a threshold asks for it. That counts as failing.',
        specWords(spec, trans)
      )
    ),
    ...(validation === null && verdict.bounds.length > 0
      ? [trans.__('The Evaluator wrote no verdict: this is what the thresholds say.')]
      : []),
    ...(validation && !edited && verdict.unknown.length === 0 && passes !== verdict.passes
      ? [
          trans.__(
            'The Evaluator decided otherwise than its thresholds say here: a threshold may be about something that is not shown.'
          )
        ]
      : [])
  ];
  return (
    <>
      {sentences.slice(0, 20).map(sentence => (
        <p key={sentence} className="jp-TfxArtifact-note">
          {sentence}
        </p>
      ))}
    </>
  );
}
