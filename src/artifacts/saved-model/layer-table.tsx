/** Layers, as Keras 2 keeps them. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { count } from '../format';
import type { IKerasModel, IVariable } from './saved-model';
import { parametersOf } from './saved-model';
import { shapeText } from './shape-text';

/** Layers and settings of one that are shown, at most. */
const MOST = 300;
const SETTINGS = 6;

/** A row per layer. */
export function LayerTable(props: {
  readonly model: IKerasModel;
  /** By whose names a layer's parameters are counted. */
  readonly variables: readonly IVariable[];
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, variables, trans } = props;
  return (
    <>
      <table className="jp-TfxModel-layers" aria-label={trans.__('Layers')}>
        <thead>
          <tr>
            <th scope="col">{trans.__('Layer')}</th>
            <th scope="col">{trans.__('Kind')}</th>
            <th scope="col">{trans.__('Input')}</th>
            <th scope="col">{trans.__('Parameters')}</th>
            <th scope="col">{trans.__('Settings')}</th>
          </tr>
        </thead>
        <tbody>
          {model.layers.slice(0, MOST).map(({ name, kind, input, settings, trainable }, index) => (
            <tr key={index}>
              <th scope="row" title={name.slice(0, 1000)}>
                <bdi>{name}</bdi>
              </th>
              <td>
                {kind}
                {!trainable && <small> {trans.__('not trained')}</small>}
              </td>
              <td>{input && shapeText(input, trans)}</td>
              <td>{count(parameters(name, variables))}</td>
              <td>
                <bdi>
                  {settings
                    .slice(0, SETTINGS)
                    .map(([key, value]) => `${key} ${value.slice(0, 60)}`)
                    .join(', ')}
                </bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {model.layers.length > MOST && (
        <p className="jp-TfxArtifact-note">
          {trans._n('and %1 more layer', 'and %1 more layers', model.layers.length - MOST)}
        </p>
      )}
    </>
  );
}

/** Values of the variables that carry a layer's name: the optimizer's have another. */
function parameters(layer: string, variables: readonly IVariable[]): number {
  return variables
    .filter(({ name }) => name.startsWith(`${layer}/`))
    .reduce((sum, variable) => sum + (parametersOf(variable) ?? 0), 0);
}
