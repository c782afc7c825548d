/** Executions of a component, newest first. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { INodeExecution } from '../pipeline/pipeline';
import { stateWord } from '../states/state-icons';
import { duration, moment } from '../states/times';
import type { INodeProps } from './model-widget';

/** How many are shown before a person asks for all. */
const FEW = 10;

/** A table with a row for each execution. */
export function InspectorHistory({ node, artifacts, trans }: INodeProps): React.JSX.Element | null {
  const [all, setAll] = React.useState(false);
  const { executions } = node;
  if (executions.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{trans.__('History')}</h4>
      <table className="jp-TfxInspector-history">
        <thead>
          <tr>
            <th scope="col">{trans.__('Id')}</th>
            <th scope="col">{trans.__('State')}</th>
            <th scope="col">{trans.__('Started')}</th>
            <th scope="col">{trans.__('Took')}</th>
            <th scope="col">{trans.__('Outputs')}</th>
          </tr>
        </thead>
        <tbody>
          {(all ? executions : executions.slice(0, FEW)).map((execution, i) => (
            <tr key={i}>
              <td>{execution.id ?? '–'}</td>
              <td>{executionWord(execution.state, trans)}</td>
              <td>{execution.startedAt === null ? '' : moment(execution.startedAt)}</td>
              <td>{took(execution, trans)}</td>
              <td>
                {execution.outputs.map(artifact => (
                  <button
                    key={artifact.uri}
                    className="jp-TfxPanel-link"
                    title={trans.__('Show this %1 in a tab', artifact.type)}
                    onClick={() => artifacts.open([artifact])}
                  >
                    {artifact.id ?? artifact.type}
                  </button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && executions.length > FEW && (
        <button className="jp-TfxPanel-link" onClick={() => setAll(true)}>
          {trans.__('Show all %1', executions.length)}
        </button>
      )}
    </section>
  );
}

function executionWord(state: INodeExecution['state'], trans: TranslationBundle): string {
  return state === 'interrupted' ? trans.__('interrupted') : stateWord(state, trans);
}

function took({ startedAt, endedAt }: INodeExecution, trans: TranslationBundle): string {
  return startedAt === null || endedAt === null ? '' : duration(endedAt - startedAt, trans);
}
