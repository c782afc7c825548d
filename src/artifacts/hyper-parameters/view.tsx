/** The best hyperparameters, each in its search space. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps, IViewItem } from '../artifact-view';
import { placeOf } from './compute-place';
import type { IHyperParameter, SearchSpace } from './hyper-parameters';
import { hyperText } from './hyper-parameters';

type Items = readonly IViewItem<readonly IHyperParameter[]>[];

/** One column of values per artifact. */
export function HyperParametersView({
  items,
  trans
}: IArtifactViewProps<readonly IHyperParameter[]>): React.JSX.Element {
  const rows = React.useMemo(() => rowsOf(items), [items]);
  if (rows.length === 0) {
    return <p className="jp-TfxArtifact-note">{trans.__('There are no hyperparameters.')}</p>;
  }
  return (
    <div>
      <table className="jp-TfxHyper" aria-label={trans.__('Hyperparameters')}>
        <thead>
          <tr>
            <th scope="col">{trans.__('Name')}</th>
            {items.map(({ label }, index) => (
              <th key={index} scope="col">
                {items.length > 1 ? <bdi>{label}</bdi> : trans.__('Best value')}
              </th>
            ))}
            <th scope="col">{trans.__('Search space')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, parameters, first, differs }) => (
            <tr key={key} className={differs ? 'jp-mod-differs' : undefined}>
              <th scope="row" title={first.name.slice(0, 1000)}>
                <bdi>{first.name}</bdi>
                {first.conditions.map(({ name, values }, index) => (
                  <small key={index}>
                    {trans.__('if %1 is %2', name, values.map(hyperText).join(', '))}
                  </small>
                ))}
              </th>
              {parameters.map((parameter, index) => (
                <td key={index}>
                  <Value parameter={parameter} trans={trans} />
                </td>
              ))}
              <td>
                <Space parameter={first} trans={trans} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A hyperparameter in all artifacts. */
interface IRow {
  readonly key: string;
  readonly first: IHyperParameter;
  /** By artifact; null where it does not have it. */
  readonly parameters: readonly (IHyperParameter | null)[];
  readonly differs: boolean;
}

function rowsOf(items: Items): readonly IRow[] {
  const keyed = items.map(
    ({ data }) => new Map(data.map(one => [`${one.name}\n${JSON.stringify(one.conditions)}`, one]))
  );
  const keys = new Set(keyed.flatMap(one => [...one.keys()]));
  return [...keys].flatMap(key => {
    const parameters = keyed.map(one => one.get(key) ?? null);
    const first = parameters.find(one => one !== null);
    const values = new Set(parameters.map(one => one?.value));
    return first ? [{ key, first, parameters, differs: values.size > 1 }] : [];
  });
}

function Value(props: {
  readonly parameter: IHyperParameter | null;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { parameter, trans } = props;
  if (parameter?.value === undefined) {
    return <span className="jp-TfxArtifact-note">{trans.__('not used')}</span>;
  }
  const place = placeOf(parameter.value, parameter.space);
  return (
    <>
      <bdi title={String(parameter.value).slice(0, 1000)}>{hyperText(parameter.value)}</bdi>
      {place && (
        <span className="jp-TfxHyper-track" aria-hidden="true">
          <span style={{ left: `${place.share * 100}%` }} />
        </span>
      )}
      {place?.edge && (
        <small
          title={trans.__(
            'Values beyond the search space might be better: widen it and tune again.'
          )}
        >
          {place.edge === 'low' ? trans.__('the lowest tried') : trans.__('the highest tried')}
        </small>
      )}
    </>
  );
}

function Space(props: {
  readonly parameter: IHyperParameter;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { parameter, trans } = props;
  const { space, initial } = parameter;
  return (
    <>
      <bdi>{spaceText(space, trans)}</bdi>
      {initial !== undefined && <small>{trans.__('at first %1', hyperText(initial))}</small>}
    </>
  );
}

function spaceText(space: SearchSpace | null, trans: TranslationBundle): string {
  switch (space?.kind) {
    case undefined:
      return '';
    case 'fixed':
      return trans.__('fixed');
    case 'choice':
      return space.values.map(hyperText).join(', ');
    case 'range': {
      const { min, max, step, sampling } = space;
      const range = trans.__('%1 to %2', hyperText(min), hyperText(max));
      const steps =
        step === null
          ? ''
          : sampling === 'linear'
            ? trans.__(', in steps of %1', hyperText(step))
            : trans.__(', times %1', hyperText(step));
      const scale =
        sampling === 'log'
          ? trans.__(', logarithmic')
          : sampling === 'reverse_log'
            ? trans.__(', logarithmic from the top')
            : '';
      return range + steps + scale;
    }
  }
}
