/** How the prediction depends on one feature: the mean over the rows, and the row that is looked at. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { curves } from '../../charts/curves';
import type { IRow } from '../../what-if/compute-rows';
import type { IControl, IDependence } from '../../what-if/questions';
import type { Changes } from '../../what-if/raw-values';
import { count, figure } from '../format';
import { WideChart } from '../wide-chart';
import type { IWhatIfModel } from './what-if-model';
import { numberText, outputNames, rawWords } from './what-if-words';

/** Pixels. */
const HEIGHT = 240;

/** Props of {@link WhatIfDependence}. */
export interface IWhatIfDependenceProps {
  readonly model: IWhatIfModel;
  readonly row: IRow;
  readonly changes: Changes;
  readonly trans: TranslationBundle;
}

/** Choosers, and a curve of a number or a table of words. */
export function WhatIfDependence(props: IWhatIfDependenceProps): React.JSX.Element | null {
  const { model, row, changes, trans } = props;
  const { controls, rows } = model.opened;
  const names = outputNames(model.opened, trans);
  const [feature, setFeature] = React.useState(0);
  const [output, setOutput] = React.useState(0);
  const control = controls[feature];
  const { answer, failure } = useDependence(props, feature);
  if (controls.length === 0) {
    return null;
  }
  const isNumber = control.kind === 'number';
  return (
    <section className="jp-TfxWhatIf-dependence" aria-label={trans.__('Dependence')}>
      <div className="jp-TfxEvaluation-bar">
        <label>
          {trans.__('Dependence on')}{' '}
          <select
            className="jp-mod-styled"
            value={feature}
            onChange={event => setFeature(Number(event.target.value))}
          >
            {controls.map(({ name }, at) => (
              <option key={name} value={at}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {names.length > 1 && (
          <label>
            {trans.__('of')}{' '}
            <select
              className="jp-mod-styled"
              value={output}
              onChange={event => setOutput(Number(event.target.value))}
            >
              {names.map((name, at) => (
                <option key={name} value={at}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <span role="status">
          {answer
            ? answer.rows === rows
              ? trans.__('the mean is over all %1 rows', count(rows))
              : trans.__('the mean is over %1 of %2 rows', count(answer.rows), count(rows))
            : ''}
        </span>
      </div>
      {failure !== null && (
        <p className="jp-TfxArtifact-problem" role="alert">
          {failure}
        </p>
      )}
      {answer && isNumber && (
        <NumberCurve
          {...{ answer, output, trans }}
          name={control.name}
          outputName={names[output]}
          bounded={model.opened.task !== 'regression'}
        />
      )}
      {answer && (
        <ValuesTable {...{ answer, output, trans }} name={control.name} open={!isNumber} />
      )}
      {Object.keys(changes).length > 0 && (
        <p className="jp-TfxArtifact-note">
          {trans.__('The line of row %1 is with its other changes.', row.row + 1)}
        </p>
      )}
    </section>
  );
}

/** Asks anew with another row, feature or change. */
function useDependence(
  { model, row, changes }: IWhatIfDependenceProps,
  feature: number
): { readonly answer: IDependence | null; readonly failure: string | null } {
  const [known, setKnown] = React.useState<{
    readonly of: IControl;
    readonly answer: IDependence;
  } | null>(null);
  const [failure, setFailure] = React.useState<string | null>(null);
  const control = model.opened.controls.at(feature);
  React.useEffect(() => {
    let isOld = false;
    if (!control) {
      return undefined;
    }
    setFailure(null);
    model
      .depend(row, changes, control, part => {
        if (!isOld) {
          setKnown({ of: control, answer: part });
        }
      })
      .then(
        whole => {
          if (!isOld) {
            setKnown({ of: control, answer: whole });
          }
        },
        (error: unknown) => {
          if (!isOld) {
            setKnown(null);
            setFailure(error instanceof Error ? error.message : String(error));
          }
        }
      );
    return () => {
      isOld = true;
    };
  }, [model, row, changes, control]);
  // That of another feature has nothing to do with this one.
  return { answer: known !== null && known.of === control ? known.answer : null, failure };
}

function NumberCurve(props: {
  readonly answer: IDependence;
  readonly output: number;
  readonly name: string;
  readonly outputName: string;
  /** From 0 to 1. */
  readonly bounded: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { answer, output, name, outputName, bounded, trans } = props;
  const [told, setTold] = React.useState<string | null>(null);
  const draw = React.useCallback(
    (width: number) => {
      const series = [
        { title: trans.__('mean'), color: 1, lines: answer.means },
        { title: trans.__('this row'), color: 2, lines: answer.own }
      ].map(({ title, color, lines }) => ({
        name: title,
        color,
        points: answer.values.flatMap((x, at) =>
          typeof x === 'number'
            ? [
                {
                  x,
                  y: lines[at][output],
                  said: `${title}: ${numberText(x)} → ${figure(lines[at][output])}`
                }
              ]
            : []
        )
      }));
      const numbers = answer.values.filter(each => typeof each === 'number');
      const ys = series.flatMap(({ points }) => points.map(({ y }) => y));
      const [low, high] = bounded ? [0, 1] : [Math.min(...ys), Math.max(...ys)];
      return curves(series, {
        label: trans.__('%1 by %2; the table has the same.', outputName, name),
        ...{ width, height: HEIGHT },
        x: { name, low: Math.min(...numbers), high: Math.max(...numbers) },
        y: { name: outputName, low, high: high > low ? high : low + 1 },
        onTell: setTold
      });
    },
    [answer, output, name, outputName, bounded, trans]
  );
  return (
    <>
      <ul className="jp-TfxEvaluation-legend">
        <li className="jp-mod-data1">{trans.__('mean')}</li>
        <li className="jp-mod-data2">{trans.__('this row')}</li>
      </ul>
      <WideChart draw={draw} />
      <p className="jp-TfxEvaluation-told" role="status">
        {told ?? trans.__('Point at a curve to read it; or use the arrow keys.')}
      </p>
    </>
  );
}

function ValuesTable(props: {
  readonly answer: IDependence;
  readonly output: number;
  readonly name: string;
  readonly open: boolean;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { answer, output, name, open, trans } = props;
  const most = Math.max(
    ...[...answer.means, ...answer.own].map(each => Math.abs(each[output])),
    1e-12
  );
  const cell = (value: number, isMean: boolean): React.JSX.Element => (
    <td>
      <span className="jp-TfxWhatIf-number">{figure(value)}</span>
      <span className="jp-TfxWhatIf-bar" aria-hidden="true">
        <span
          className={isMean ? 'jp-mod-now' : undefined}
          style={{ width: `${(100 * Math.abs(value)) / most}%` }}
        />
      </span>
    </td>
  );
  return (
    <details open={open}>
      <summary>{trans.__('By value')}</summary>
      <table className="jp-TfxArtifact-table" aria-label={trans.__('By value of %1', name)}>
        <thead>
          <tr>
            <th scope="col">
              <bdi>{name}</bdi>
            </th>
            <th scope="col">{trans.__('mean')}</th>
            <th scope="col">{trans.__('this row')}</th>
          </tr>
        </thead>
        <tbody>
          {answer.values.map((value, at) => (
            <tr key={at}>
              <th scope="row">
                <bdi>{rawWords(value, trans)}</bdi>
              </th>
              {cell(answer.means[at][output], true)}
              {cell(answer.own[at][output], false)}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
