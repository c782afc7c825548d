/** A transformed feature, and the way to it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { Chart } from '../chart';
import { drawFeature } from '../statistics/draw-feature';
import type { IFeatureStatistics } from '../statistics/statistics';
import type { IChosenFeature, IRelated } from './compute-selection';
import type { IMadeFeature } from './lineage';

/** Pixels of a chart; style/transform.css has the same. */
const CHART = { width: 120, height: 36 };
/** Raw features, and steps, that are shown of one that has more. */
const MOST_SOURCES = 8;
const MOST_STEPS = 6;
const PLAIN = { kind: 'standard', log: false, share: false, weighted: false } as const;

interface IMappingRowProps {
  readonly feature: IMadeFeature;
  readonly index: number;
  /** null where nothing is chosen. */
  readonly related: IRelated | null;
  readonly chosen: IChosenFeature | null;
  readonly before: ReadonlyMap<string, IFeatureStatistics>;
  readonly after: ReadonlyMap<string, IFeatureStatistics>;
  /** By file. */
  readonly vocabularyNames: ReadonlyMap<string, string>;
  readonly trans: TranslationBundle;
  readonly onChoose: (feature: IChosenFeature) => void;
}

/** A row of three cells: raw features, steps, the feature. */
export const MappingRow = React.memo(function MappingRow(
  props: IMappingRowProps
): React.JSX.Element {
  const { feature, index, related, chosen, before, after, vocabularyNames, trans, onChoose } =
    props;
  const { name, sources, isCut } = feature;
  const isRelated = related === null || related.made.has(name);
  const button = (side: IChosenFeature['side'], of: string): React.JSX.Element => (
    <FeatureButton
      name={of}
      pressed={chosen?.side === side && chosen.name === of}
      related={related !== null && related[side].has(of)}
      onChoose={() => onChoose({ side, name: of })}
    />
  );
  return (
    <tr role="row" aria-rowindex={index + 2} className={isRelated ? undefined : 'jp-mod-other'}>
      <td role="cell">
        {sources.length === 0 && (
          <span className="jp-TfxTransform-none">{trans.__('no raw feature')}</span>
        )}
        {sources.slice(0, MOST_SOURCES).map(({ name: source, shapeOnly }) => (
          <div key={source} className="jp-TfxTransform-feature">
            <span>
              {button('raw', source)} {shapeOnly && <small>{trans.__('only its shape')}</small>}
            </span>
            <Distribution
              feature={shapeOnly ? undefined : before.get(source)}
              label={trans.__('%1 before: distribution of its values', source.slice(0, 200))}
              color={1}
              trans={trans}
            />
          </div>
        ))}
        {sources.length > MOST_SOURCES && (
          <small>{trans.__('and %1 more', sources.length - MOST_SOURCES)}</small>
        )}
      </td>
      <td role="cell" className="jp-TfxTransform-steps">
        <Steps {...{ feature, vocabularyNames, trans }} />
        {isCut && (
          <small className="jp-TfxTransform-cut">
            {trans.__('The graph is damaged here: there may be more.')}
          </small>
        )}
      </td>
      <th role="rowheader" scope="row">
        <div className="jp-TfxTransform-feature">
          <span>{button('made', name)}</span>
          <Distribution
            feature={after.get(name)}
            label={trans.__('%1 after: distribution of its values', name.slice(0, 200))}
            color={2}
            trans={trans}
          />
        </div>
      </th>
    </tr>
  );
});

function FeatureButton(props: {
  readonly name: string;
  readonly pressed: boolean;
  readonly related: boolean;
  readonly onChoose: () => void;
}): React.JSX.Element {
  const { name, pressed, related, onChoose } = props;
  return (
    <button
      className={`jp-TfxTransform-name${related ? ' jp-mod-related' : ''}`}
      aria-pressed={pressed}
      title={name.slice(0, 1000)}
      onClick={onChoose}
    >
      <bdi>{name.slice(0, 200) || '∅'}</bdi>
    </button>
  );
}

/** What is done, in short; a vocabulary by its name. */
function Steps(props: {
  readonly feature: IMadeFeature;
  readonly vocabularyNames: ReadonlyMap<string, string>;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { feature, vocabularyNames, trans } = props;
  const { steps, sources, assets } = feature;
  return (
    <>
      {steps.length === 0 && sources.length > 0 && <span>{trans.__('as it is')}</span>}
      {steps.slice(0, MOST_STEPS).map((step, index) => (
        <React.Fragment key={index}>
          {index > 0 && <span aria-hidden="true"> → </span>}
          <code title={step.slice(0, 1000)}>{step.slice(0, 100)}</code>{' '}
        </React.Fragment>
      ))}
      {steps.length > MOST_STEPS && (
        <small>{trans.__('and %1 more', steps.length - MOST_STEPS)}</small>
      )}
      {assets.map(asset => (
        <small key={asset} className="jp-TfxTransform-vocabulary">
          {trans.__('vocabulary')} <bdi>{(vocabularyNames.get(asset) ?? asset).slice(0, 200)}</bdi>
        </small>
      ))}
    </>
  );
}

/** How a feature's values are spread; nothing where that is not known. */
function Distribution(props: {
  readonly feature: IFeatureStatistics | undefined;
  readonly label: string;
  readonly color: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element | null {
  const { feature, label, color, trans } = props;
  const draw = React.useCallback(
    () =>
      feature
        ? drawFeature([{ name: '', color, feature }], PLAIN, { label, ...CHART }, trans)
        : null,
    [feature, label, color, trans]
  );
  return feature ? <Chart draw={draw} /> : null;
}
