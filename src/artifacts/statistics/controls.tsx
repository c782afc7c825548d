/** The bar above the table: which features, in what order, and how they are drawn. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { FeatureOrder } from './compute-order';
import type { ChartKind } from './draw-feature';
import type { IViewChoice } from './view-choice';

/** Props of {@link Controls}. */
export interface IControlsProps {
  readonly choice: IViewChoice;
  readonly onChange: (change: Partial<IViewChoice>) => void;
  /** A sentence, where the pattern is none. */
  readonly problem: string | null;
  /** How many are listed. */
  readonly status: string;
  /** Kinds that there are. */
  readonly kinds: readonly IViewChoice['kind'][];
  readonly canWeigh: boolean;
  readonly canCompare: boolean;
  /** Those that are seldom used are shown when they are asked for. */
  readonly few: boolean;
  readonly trans: TranslationBundle;
}

/** Controls, in lines as they fit. */
export function Controls(props: IControlsProps): React.JSX.Element {
  const { choice, onChange, problem, status, kinds, canWeigh, canCompare, few, trans } = props;
  const [all, setAll] = React.useState(!few);
  return (
    <div className="jp-TfxStatistics-bar">
      <input
        type="search"
        className="jp-mod-styled"
        placeholder={few ? trans.__('Filter') : trans.__('Filter by name (a regular expression)')}
        aria-label={trans.__('Filter by name')}
        aria-invalid={problem !== null}
        title={problem ?? ''}
        value={choice.pattern}
        onChange={event => onChange({ pattern: event.target.value })}
      />
      <Choice
        label={trans.__('Chart')}
        value={choice.chart}
        options={chartLabels(trans)}
        onChange={chart => onChange({ chart })}
      />
      {few && (
        <label className="jp-TfxStatistics-check">
          <input type="checkbox" checked={all} onChange={event => setAll(event.target.checked)} />
          {trans.__('more')}
        </label>
      )}
      {all && (
        <>
          <Choice
            label={trans.__('Type')}
            value={choice.kind}
            options={kindLabels(trans).filter(([kind]) => kind === 'all' || kinds.includes(kind))}
            onChange={kind => onChange({ kind })}
          />
          <Choice
            label={trans.__('Sort by')}
            value={choice.order}
            options={orderLabels(trans).filter(([order]) => order !== 'distance' || canCompare)}
            onChange={order => onChange({ order })}
          />
          <Check
            label={trans.__('flagged')}
            title={trans.__('Only features with something odd about them')}
            checked={choice.flagged}
            onChange={flagged => onChange({ flagged })}
          />
          <Check
            label={trans.__('log')}
            title={trans.__(
              'A logarithmic scale: of counts, or of values where nothing is counted'
            )}
            checked={choice.log}
            onChange={log => onChange({ log })}
          />
          <Check
            label={trans.__('percent')}
            title={trans.__('Shares of each dataset instead of counts')}
            checked={choice.share}
            onChange={share => onChange({ share })}
          />
          {canWeigh && (
            <Check
              label={trans.__('weighted')}
              title={trans.__('Figures by the weight of the examples')}
              checked={choice.weighted}
              onChange={weighted => onChange({ weighted })}
            />
          )}
          <Check
            label={trans.__('large')}
            title={trans.__('Large charts, with axes')}
            checked={choice.large}
            onChange={large => onChange({ large })}
          />
        </>
      )}
      <span className="jp-TfxStatistics-status" role="status">
        {problem ?? status}
      </span>
    </div>
  );
}

/** One of several. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}): React.JSX.Element {
  const { label, value, options, onChange } = props;
  return (
    <label className="jp-TfxStatistics-choice">
      <span>{label}</span>
      <select
        className="jp-mod-styled"
        value={value}
        onChange={({ target }) => {
          const chosen = options.find(([option]) => option === target.value);
          if (chosen) {
            onChange(chosen[0]);
          }
        }}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function Check(props: {
  readonly label: string;
  readonly title: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): React.JSX.Element {
  const { label, title, checked, onChange } = props;
  return (
    <label className="jp-TfxStatistics-check" title={title}>
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

function kindLabels(trans: TranslationBundle): readonly (readonly [IViewChoice['kind'], string])[] {
  return [
    ['all', trans.__('all')],
    ['numeric', trans.__('numbers')],
    ['categorical', trans.__('categories')],
    ['bytes', trans.__('bytes')],
    ['struct', trans.__('structures')]
  ];
}

function orderLabels(trans: TranslationBundle): readonly (readonly [FeatureOrder, string])[] {
  return [
    ['order', trans.__('order in file')],
    ['name', trans.__('name')],
    ['missing', trans.__('missing')],
    ['zeros', trans.__('zeros')],
    ['non-uniformity', trans.__('non-uniformity')],
    ['distance', trans.__('distance of datasets')]
  ];
}

/** What charts are called. */
export function chartLabels(trans: TranslationBundle): readonly (readonly [ChartKind, string])[] {
  return [
    ['standard', trans.__('histogram, top values')],
    ['quantiles', trans.__('quantiles')],
    ['cumulative', trans.__('cumulative')],
    ['lengths', trans.__('values per example')],
    ['missing', trans.__('missing')]
  ];
}
