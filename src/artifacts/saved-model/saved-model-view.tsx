/** A SavedModel: what it is, what it can be called with, what it is made of. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { valueBars } from '../../charts/value-bars';
import type { ViewSize } from '../artifact-view';
import type { IFact } from '../facts';
import { Facts } from '../facts';
import { FileTable } from '../file-table';
import { count, fileSize } from '../format';
import { WideChart } from '../wide-chart';
import { LayerTable } from './layer-table';
import type { IMetaGraph, ISavedModelFolder, IVariable, MadeBy } from './saved-model';
import { parametersOf } from './saved-model';
import { SignatureList } from './signature-list';
import { VariableTable } from './variable-table';

/** Kinds of operations that are drawn. */
const KINDS = 30;

/** One SavedModel; folded where there is little room. */
export function SavedModelView(props: {
  readonly model: ISavedModelFolder;
  readonly size: ViewSize;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, size, trans } = props;
  const { graphs, stored, keras, assets, files, problems } = model;
  const [chosen, setChosen] = React.useState(0);
  const graph = graphs?.at(chosen) ?? graphs?.at(0) ?? null;
  const variables = graph && graph.variables.length > 0 ? graph.variables : (stored ?? []);
  const open = size === 'full';
  return (
    <div className={`jp-TfxModel jp-mod-${size}`}>
      {problems.map((sentence, index) => (
        <p key={index} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
      {graphs && graphs.length > 1 && (
        <select
          className="jp-mod-styled"
          value={chosen}
          aria-label={trans.__('Graph')}
          onChange={event => setChosen(Number(event.target.value))}
        >
          {graphs.map(({ tags }, index) => (
            <option key={index} value={index}>
              {tags.join(', ') || trans.__('no tags')}
            </option>
          ))}
        </select>
      )}
      <Facts label={trans.__('Model')} facts={factsOf(model, graph, variables, trans)} />
      {graph && (
        <>
          <h4>{trans.__('Signatures')}</h4>
          <SignatureList signatures={graph.signatures} trans={trans} />
        </>
      )}
      {keras && keras.layers.length > 0 && (
        <Fold title={trans._n('%1 layer', '%1 layers', keras.layers.length)} open={open}>
          <LayerTable model={keras} variables={variables} trans={trans} />
        </Fold>
      )}
      {variables.length > 0 && (
        <Fold title={trans._n('%1 variable', '%1 variables', variables.length)} open={open}>
          <VariableTable variables={variables} trans={trans} />
        </Fold>
      )}
      {graph && graph.operations.size > 0 && (
        <Fold
          title={trans._n('%1 kind of operation', '%1 kinds of operations', graph.operations.size)}
          open={open}
        >
          <Operations graph={graph} trans={trans} />
        </Fold>
      )}
      {assets.length > 0 && (
        <Fold title={trans._n('%1 asset', '%1 assets', assets.length)} open={open}>
          <FileTable
            label={trans.__('Assets')}
            files={assets.map(({ name, size: bytes }) => ({ path: name, size: bytes }))}
            trans={trans}
          />
        </Fold>
      )}
      <Fold title={trans._n('%1 file', '%1 files', files.length)} open={false}>
        <FileTable label={trans.__('Files')} files={files} trans={trans} />
      </Fold>
    </div>
  );
}

function Fold(props: {
  readonly title: string;
  readonly open: boolean;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const [open, setOpen] = React.useState(props.open);
  return (
    <details
      className="jp-TfxModel-fold"
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{props.title}</summary>
      {open && props.children}
    </details>
  );
}

function factsOf(
  model: ISavedModelFolder,
  graph: IMetaGraph | null,
  variables: readonly IVariable[],
  trans: TranslationBundle
): readonly IFact[] {
  const { keras, size, graphSize, variableSize } = model;
  return [
    {
      name: trans.__('Made by'),
      value: graph && makerWords(graph.madeBy, keras?.version ?? null, trans)
    },
    { name: trans.__('TensorFlow'), value: graph && (graph.tensorFlow || null) },
    { name: trans.__('Tags'), value: graph && (graph.tags.join(', ') || null) },
    {
      name: trans.__('Keras model'),
      value:
        keras && [keras.kind, keras.name, keras.loss, keras.optimizer].filter(Boolean).join(' · ')
    },
    {
      name: trans.__('Size'),
      value: trans.__(
        '%1: graph %2, variables %3',
        fileSize(size, trans),
        fileSize(graphSize, trans),
        fileSize(variableSize, trans)
      )
    },
    {
      name: trans.__('Parameters'),
      value: variables.length === 0 ? null : parameterWords(graph, variables, trans)
    },
    { name: trans.__('Operations'), value: graph && operationWords(graph, trans) }
  ];
}

function parameterWords(
  graph: IMetaGraph | null,
  variables: readonly IVariable[],
  trans: TranslationBundle
): string {
  // Checkpoints do not say which are trained.
  const counted = variables.filter(({ trainable }) => trainable !== false);
  const words = trans.__(
    '%1 in %2',
    count(total(counted)),
    counted.some(({ trainable }) => trainable === null)
      ? trans._n('%1 variable', '%1 variables', counted.length)
      : trans._n('%1 trained variable', '%1 trained variables', counted.length)
  );
  return graph && graph.copies > 0
    ? trans._n(
        '%2; Keras stored %1 variable twice',
        '%2; Keras stored %1 variables twice',
        graph.copies,
        words
      )
    : words;
}

function operationWords({ operations, functions }: IMetaGraph, trans: TranslationBundle): string {
  const many = count([...operations.values()].reduce((sum, one) => sum + one, 0));
  return functions === 0
    ? many
    : trans.__('%1, in the graph and %2', many, trans._n('%1 function', '%1 functions', functions));
}

function total(variables: readonly IVariable[]): number {
  return variables.reduce((sum, variable) => sum + (parametersOf(variable) ?? 0), 0);
}

function makerWords(madeBy: MadeBy, keras: string | null, trans: TranslationBundle): string {
  switch (madeBy) {
    case 'keras-2':
      return keras === null ? 'Keras 2' : `Keras ${keras}`;
    case 'keras-3':
      return 'Keras 3';
    case 'transform':
      return 'TensorFlow Transform';
    case 'tensorflow-1':
      return trans.__('TensorFlow 1, or its Estimator: a graph without objects');
    case 'tensorflow-2':
      return 'TensorFlow 2';
  }
}

/** How often each kind of operation is there. */
function Operations(props: {
  readonly graph: IMetaGraph;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { graph, trans } = props;
  const { operations } = graph;
  const draw = React.useCallback(
    (width: number) => {
      const values = [...operations].map(([label, many]) => ({ label, count: many }));
      return valueBars(
        [
          {
            name: '',
            color: 1,
            values,
            total: values.reduce((sum, { count: many }) => sum + many, 0)
          }
        ],
        {
          label: trans.__(
            'Operations by kind: %1',
            values
              .slice(0, KINDS)
              .map(value => `${value.label} ${value.count}`)
              .join(', ')
          ),
          width: Math.min(width, 640),
          axes: true,
          most: KINDS
        }
      );
    },
    [operations, trans]
  );
  return <WideChart draw={draw} />;
}
