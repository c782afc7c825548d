/** A verdict on a model, in words. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { ArtifactLink } from '../artifact-link';
import type { IArtifactHost, IArtifactViewProps } from '../artifact-view';
import { Facts } from '../facts';
import { PropertyTable } from '../generic/view';
import type { Outcome } from '../verdict';
import { Verdict } from '../verdict';
import type { IBlessing, INamedModel, Verdict as VerdictName } from './decode';

const OUTCOMES: Readonly<Record<VerdictName, Outcome>> = {
  blessed: 'good',
  'not-blessed': 'bad',
  none: 'unknown'
};

/** One blessing: several are put side by side. */
export function BlessingView({
  items,
  trans,
  host
}: IArtifactViewProps<IBlessing>): React.JSX.Element {
  const { data } = items[0];
  const { model, baseline, message, validation, evaluation, others } = data;
  const asLink = (named: INamedModel): React.JSX.Element => (
    <ArtifactLink address={{ ...named, type: 'Model', name: '' }} trans={trans} host={host} />
  );
  return (
    <div className="jp-TfxBlessing">
      <Verdict outcome={OUTCOMES[data.verdict]}>{verdictWords(data, trans)}</Verdict>
      <p>{reason(data, trans)}</p>
      {data.disputed && (
        <p className="jp-TfxArtifact-problem" role="status">
          {trans.__(
            'The property “blessed” in the metadata store says the opposite of the file. Conditions in a pipeline read the property, Pusher reads the file: run the component again.'
          )}
        </p>
      )}
      <Facts
        label={trans.__('Models')}
        facts={[
          { name: trans.__('Model'), value: model && asLink(model) },
          { name: trans.__('Baseline'), value: baseline && asLink(baseline) },
          {
            name: trans.__('Evaluation'),
            value: evaluation !== null && data.by === 'evaluator' && host.open && (
              <Evaluation uri={evaluation} trans={trans} host={host} />
            )
          }
        ].map(({ name, value }) => ({ name, value: value === false ? null : value }))}
      />
      {message !== null && <p>{message}</p>}
      {validation !== null && <pre>{validation.slice(0, 20_000)}</pre>}
      <PropertyTable properties={others} trans={trans} />
    </div>
  );
}

/** The figures behind the verdict are another artifact's. */
function Evaluation(props: {
  readonly uri: string;
  readonly trans: TranslationBundle;
  readonly host: IArtifactHost;
}): React.JSX.Element {
  const { uri, trans, host } = props;
  return (
    <button
      className="jp-TfxArtifact-link"
      title={uri.slice(0, 1000)}
      onClick={() => host.open?.([{ uri, type: 'ModelEvaluation', name: '', id: null }])}
    >
      {trans.__('Open the metrics and thresholds')}
    </button>
  );
}

function verdictWords({ verdict, by }: IBlessing, trans: TranslationBundle): string {
  switch (verdict) {
    case 'blessed':
      return by === 'evaluator' ? trans.__('Blessed') : trans.__('Can be served');
    case 'not-blessed':
      return by === 'evaluator' ? trans.__('Not blessed') : trans.__('Cannot be served');
    case 'none':
      return trans.__('No verdict');
  }
}

function reason(blessing: IBlessing, trans: TranslationBundle): string {
  const { verdict, by, baseline, stamped } = blessing;
  if (by === 'infra-validator') {
    switch (verdict) {
      case 'blessed':
        return stamped
          ? trans.__(
              'InfraValidator loaded the model into a model server, and it answered. A copy of the model with warm-up requests is in this artifact; Pusher takes that one.'
            )
          : trans.__('InfraValidator loaded the model into a model server, and it answered.');
      case 'not-blessed':
        return trans.__(
          'InfraValidator could not load the model into a model server, or it did not answer in time. The log of the component says which; Pusher will not push the model.'
        );
      case 'none':
        return trans.__('InfraValidator has not written a verdict: look at its log.');
    }
  }
  switch (verdict) {
    case 'blessed':
      return baseline
        ? trans.__('The model meets all thresholds, also those that compare it with the baseline.')
        : trans.__(
            'The model meets all thresholds of values. There was no baseline: thresholds of change were not looked at.'
          );
    case 'not-blessed':
      return baseline
        ? trans.__(
            'The model misses at least one threshold, of a value or of the change from the baseline. Pusher will not push it.'
          )
        : trans.__(
            'The model misses at least one threshold of a value. There was no baseline: thresholds of change were not looked at. Pusher will not push it.'
          );
    case 'none':
      return trans.__(
        'Evaluator has not judged the model: give its eval_config thresholds, and it will.'
      );
  }
}
