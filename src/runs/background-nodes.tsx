/** The nodes of a run in the background: states, durations, logs and what they have made. */
import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { BackgroundNode, BackgroundRun } from '../protocol';
import { stateIcons } from '../states/state-icons';
import { type BackgroundModel, isLive } from './background-model';
import { backgroundNodeWords, drawnStates } from './background-states';
import { GrowingLog } from './growing-log';
import type { OpenArtifacts } from './task-artifacts';

/** A row for the whole run and for each node; the log of one is open at a time. */
export function BackgroundNodes(props: {
  readonly model: BackgroundModel;
  readonly run: BackgroundRun;
  readonly nodes: readonly BackgroundNode[];
  readonly open: OpenArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, run, nodes, open, trans } = props;
  // Empty for the log of the whole run.
  const [shown, setShown] = React.useState<string | null>(null);
  const log = (node: string, state: string, live: boolean): React.JSX.Element => (
    <section
      className="jp-TfxOrchestrator-log"
      aria-label={node === '' ? trans.__('Log of the run') : trans.__('Log of %1', node)}
    >
      <GrowingLog
        key={`${run.id} ${node}`}
        read={from => model.log(run.id, node, from)}
        state={state}
        live={live}
        trans={trans}
      />
    </section>
  );
  const toggle = (node: string): void => setShown(node === shown ? null : node);
  return (
    <ul className="jp-TfxOrchestrator-tasks" aria-label={trans.__('Nodes')}>
      <li>
        <div className="jp-TfxOrchestrator-task">
          <small>{trans.__('All that the run has written')}</small>
          <LogButton isOpen={shown === ''} onClick={() => toggle('')} trans={trans} />
        </div>
        {shown === '' && log('', run.state, isLive(run))}
      </li>
      {nodes.map(node => {
        const Icon = stateIcons[drawnStates[node.state]];
        return (
          <li key={node.id} data-tfx-task={node.id} data-state={node.state}>
            <div className="jp-TfxOrchestrator-task">
              <Icon.react tag="span" className="jp-TfxOrchestrator-icon" />
              <bdi title={node.id}>{node.id}</bdi>
              <small>{backgroundNodeWords(node, trans)}</small>
              <span className="jp-TfxOrchestrator-buttons jp-TfxPanel-buttons">
                {node.artifacts.map(artifact => (
                  <Button
                    key={artifact.uri}
                    small
                    className="jp-mod-styled"
                    title={trans.__('Show this %1 in a tab', artifact.type)}
                    onClick={() => open([artifact])}
                  >
                    {artifact.key}
                  </Button>
                ))}
                {node.startedAt !== null && (
                  <LogButton
                    isOpen={shown === node.id}
                    onClick={() => toggle(node.id)}
                    trans={trans}
                  />
                )}
              </span>
            </div>
            {node.reason !== null && node.state !== 'done' && (
              <p className="jp-TfxOrchestrator-problem">{node.reason}</p>
            )}
            {shown === node.id && log(node.id, node.state, node.state === 'running')}
          </li>
        );
      })}
    </ul>
  );
}

function LogButton(props: {
  readonly isOpen: boolean;
  readonly onClick: () => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  return (
    <Button small className="jp-mod-styled" aria-expanded={props.isOpen} onClick={props.onClick}>
      {props.trans.__('Log')}
    </Button>
  );
}
