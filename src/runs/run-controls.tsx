/** What a run has wherever it runs: chosen among others, shown on the graph, with its state, and stopped. */
import { Button, type LabIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

/** A run to choose. */
export interface IRunChoice {
  readonly id: string;
  readonly title: string;
}

/** The run that is followed, of those that there are. */
export function RunSelect(props: {
  readonly runs: readonly IRunChoice[];
  readonly run: string;
  readonly choose: (run: string) => void;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { runs, run, choose, trans } = props;
  return (
    <label className="jp-TfxOrchestrator-field">
      <span>{trans.__('Run')}</span>
      <select value={run} onChange={event => choose(event.target.value)}>
        {runs.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}

/** State of a run, in an icon and words; a button that stops it, where it goes on. */
export function RunState(props: {
  /** The orchestrator's own word. */
  readonly state: string;
  readonly icon: LabIcon;
  readonly words: string;
  /** null where there is nothing to stop. */
  readonly stop: { readonly label: string; readonly onClick: () => void } | null;
  readonly busy: boolean;
}): React.JSX.Element {
  const { state, icon: Icon, words, stop, busy } = props;
  return (
    <div className="jp-TfxOrchestrator-run jp-TfxPanel-buttons" data-state={state}>
      <span role="status">
        <Icon.react tag="span" className="jp-TfxOrchestrator-icon" />
        {words}
      </span>
      {stop && (
        <Button small className="jp-mod-styled jp-mod-warn" disabled={busy} onClick={stop.onClick}>
          {stop.label}
        </Button>
      )}
    </div>
  );
}

/** Whether the graph shows the run instead of the notebook. */
export function OnGraph(props: {
  readonly model: { onGraph: boolean };
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { model, trans } = props;
  return (
    <label className="jp-TfxOrchestrator-check">
      <input
        type="checkbox"
        checked={model.onGraph}
        onChange={event => (model.onGraph = event.target.checked)}
      />
      {trans.__('Show this run on the graph')}
    </label>
  );
}
