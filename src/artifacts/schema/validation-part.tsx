/** What the kernel's TensorFlow Data Validation says to the edited schema. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { SeverityIcon, severityWord } from '../anomalies/severity-icon';
import type { IFinding, ISplitValidation } from './compute-validation';
import type { IValidationRequest, IValidationState } from './use-validation';

/** Findings on the page of one kind, at most. */
const SHOWN = 100;

/** Chooses the statistics, and shows which anomalies appear and vanish. */
export function ValidationPart(props: {
  readonly validation: IValidationState;
  readonly environments: readonly string[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { validation, environments, trans } = props;
  const { statistics, request, ask, running, splits, problem } = validation;
  const [chosen, setChosen] = React.useState<string | null>(null);
  const [environment, setEnvironment] = React.useState('');
  const [previous, setPrevious] = React.useState('');
  const [serving, setServing] = React.useState('');
  const list = React.useId();
  // Those that were made last are meant, until another choice.
  const uri = (chosen ?? statistics.at(0)?.uri ?? '').trim();
  return (
    <section className="jp-TfxSchema-validation" aria-label={trans.__('Validation')}>
      <h4>{trans.__('Validation')}</h4>
      <div className="jp-TfxSchema-range">
        <StatisticsInput
          label={trans.__('URI of the statistics')}
          hint={trans.__('URI of statistics')}
          value={uri}
          onChange={setChosen}
          list={list}
        />
        <datalist id={list}>
          {statistics.map(each => (
            <option key={each.uri} value={each.uri} />
          ))}
        </datalist>
        {environments.length > 0 && (
          <select
            className="jp-mod-styled"
            value={environment}
            aria-label={trans.__('Environment')}
            onChange={event => {
              setEnvironment(event.target.value);
              if (request) {
                ask({ ...request, environment: event.target.value || null });
              }
            }}
          >
            <option value="">{trans.__('no environment')}</option>
            {environments.map(name => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        )}
        <Button
          small
          className="jp-mod-styled"
          disabled={running || uri === ''}
          onClick={() =>
            ask({
              statistics: uri,
              environment: environment || null,
              previous: previous.trim() || null,
              serving: serving.trim() || null
            })
          }
        >
          {trans.__('Validate')}
        </Button>
      </div>
      <details className="jp-TfxSchema-others">
        <summary>{trans.__('Drift and skew')}</summary>
        <div className="jp-TfxSchema-range">
          <StatisticsInput
            label={trans.__('URI of the statistics of the data before, for drift')}
            hint={trans.__('Drift: statistics of the data before')}
            value={previous}
            onChange={setPrevious}
            list={list}
          />
          <StatisticsInput
            label={trans.__('URI of the statistics of the data that is served, for skew')}
            hint={trans.__('Skew: statistics of the data that is served')}
            value={serving}
            onChange={setServing}
            list={list}
          />
        </div>
        <p className="jp-TfxArtifact-note">
          {trans.__(
            'Measured where a feature has a comparator: a split from the split of the same name, or from the only one that there is.'
          )}
        </p>
      </details>
      {problem !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {problem}
        </p>
      )}
      <div role="status" aria-busy={running}>
        {running && <p className="jp-TfxArtifact-note">{trans.__('Validating…')}</p>}
        {splits?.map(split => (
          <SplitPart key={split.split} split={split} trans={trans} />
        ))}
        {splits !== null && request && (
          <p className="jp-TfxArtifact-note">
            {trans.__('Validated again after each edit.')} {notMeasured(request, trans)}
          </p>
        )}
      </div>
    </section>
  );
}

function StatisticsInput(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Id of what there is to choose from. */
  readonly list: string;
}): React.JSX.Element {
  const { label, hint, value, onChange, list } = props;
  return (
    <input
      className="jp-mod-styled"
      list={list}
      value={value}
      placeholder={hint}
      aria-label={label}
      title={value || label}
      onChange={event => onChange(event.target.value)}
    />
  );
}

/** That something is not looked at is said, lest a person take it for good. */
function notMeasured({ previous, serving }: IValidationRequest, trans: TranslationBundle): string {
  if (previous !== null && serving !== null) {
    return '';
  }
  return previous !== null
    ? trans.__('Skew is not looked at: choose the data that is served to compare with.')
    : serving !== null
      ? trans.__('Drift is not looked at: choose the data before to compare with.')
      : trans.__('Drift and skew are not looked at: choose the data to compare with.');
}

function SplitPart(props: {
  readonly split: ISplitValidation;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { trans } = props;
  const { split, appeared, vanished, stayed, dataMissing } = props.split;
  const none = appeared.length + vanished.length + stayed.length === 0 && !dataMissing;
  return (
    <div className="jp-TfxSchema-split" data-tfx-split={split}>
      <h5>
        {none && <SeverityIcon verdict="OK" />} <bdi>{split || trans.__('All data')}</bdi>
        {none && <span>: {trans.__('no anomalies')}</span>}
      </h5>
      {dataMissing && <p>{trans.__('There are no examples to look at.')}</p>}
      <Findings
        kind="appeared"
        label={trans._n('+ %1 anomaly appears', '+ %1 anomalies appear', appeared.length)}
        findings={appeared}
        trans={trans}
        open
      />
      <Findings
        kind="vanished"
        label={trans._n('− %1 anomaly vanishes', '− %1 anomalies vanish', vanished.length)}
        findings={vanished}
        trans={trans}
        open
      />
      <Findings
        kind="stayed"
        label={trans._n('%1 anomaly stays', '%1 anomalies stay', stayed.length)}
        findings={stayed}
        trans={trans}
        open={false}
      />
    </div>
  );
}

function Findings(props: {
  readonly kind: 'appeared' | 'vanished' | 'stayed';
  readonly label: string;
  readonly findings: readonly IFinding[];
  readonly trans: TranslationBundle;
  readonly open: boolean;
}): React.JSX.Element | null {
  const { kind, label, findings, trans, open } = props;
  return findings.length === 0 ? null : (
    <details className="jp-TfxSchema-findings" data-tfx-findings={kind} open={open}>
      <summary>{label}</summary>
      <ul>
        {findings.slice(0, SHOWN).map(({ name, severity, type, description, shortDescription }) => (
          <li key={`${name} ${type}`}>
            <SeverityIcon verdict={severity} title={severityWord(severity, trans)} />{' '}
            <bdi title={name}>{name || trans.__('the whole dataset')}</bdi>:{' '}
            {description || shortDescription}
          </li>
        ))}
      </ul>
      {findings.length > SHOWN && (
        <p className="jp-TfxArtifact-note">{trans.__('and %1 more', findings.length - SHOWN)}</p>
      )}
    </details>
  );
}
