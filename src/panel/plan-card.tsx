/** The plan that waits for a word, that is running, or that stopped early. */
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { CommandIDs } from '../commands';
import { duration } from '../states/times';
import type { IPartProps } from './model-widget';

/** At most one of the three is there. */
export function PlanCard(props: IPartProps): React.JSX.Element | null {
  const { model } = props;
  if (model.pendingPlan) {
    return <Pending {...props} />;
  }
  if (model.runningPlan) {
    return <Running {...props} />;
  }
  return model.stoppedPlan && <Stopped {...props} />;
}

function Pending({ model, trans, commands }: IPartProps): React.JSX.Element {
  const { title, plan, isChanged } = model.pendingPlan!;
  const run = React.useRef<HTMLButtonElement>(null);
  // Once per plan: the next key press answers it.
  React.useEffect(() => run.current?.focus(), [model.pendingPlan]);
  const known = plan.steps.map(step => step.lastDuration ?? 0).reduce((sum, ms) => sum + ms, 0);
  return (
    <section
      className="jp-TfxPanel-card jp-TfxPanel-plan"
      aria-label={title}
      data-tfx-plan="pending"
      onKeyDown={event => {
        if (event.key === 'Escape') {
          model.answerPlan(false);
        }
      }}
    >
      <h3>{title}</h3>
      {isChanged && (
        <p className="jp-TfxPanel-problem" role="status">
          {trans.__('Something changed since this plan was made: it is now this one.')}
        </p>
      )}
      {plan.problem && <p className="jp-TfxPanel-problem">{plan.problem}</p>}
      <ol className="jp-TfxPanel-steps">
        {plan.steps.map(step => (
          <li key={step.cellId}>
            {step.newCell ? (
              <span>{trans.__('A new cell: %1', step.newCell.source)}</span>
            ) : (
              <button
                className="jp-TfxPanel-link"
                title={trans.__('Show this cell')}
                onClick={() => void commands.execute(CommandIDs.showCell, { cellId: step.cellId })}
              >
                {model.cellLabel(step.cellId)}
              </button>
            )}
            <span className="jp-TfxPanel-why">
              {step.onlyIfCached
                ? trans.__('runs %1 where the cache has answered', step.nodes.join(', '))
                : step.nodes.length > 0
                  ? trans.__('runs %1', step.nodes.join(', '))
                  : trans.__('for %1', step.provides.join(', '))}
              {step.lastDuration !== null &&
                `, ${trans.__('%1 last time', duration(step.lastDuration, trans))}`}
            </span>
          </li>
        ))}
      </ol>
      <div className="jp-TfxPanel-buttons">
        <Button
          small
          className="jp-mod-styled jp-mod-reject"
          onClick={() => model.answerPlan(false)}
        >
          {trans.__('Cancel')}
        </Button>
        <button
          ref={run}
          className="jp-Button jp-mod-small jp-mod-styled jp-mod-accept"
          onClick={() => model.answerPlan(true)}
        >
          {trans._n('Run %1 cell', 'Run %1 cells', plan.steps.length)}
          {known > 0 && ` (${trans.__('about %1', duration(known, trans))})`}
        </button>
      </div>
    </section>
  );
}

function Running({ model, trans, commands }: IPartProps): React.JSX.Element {
  const { title, plan, step } = model.runningPlan!;
  const { cellId, newCell } = plan.steps[step];
  return (
    <section className="jp-TfxPanel-card jp-TfxPanel-plan" data-tfx-plan="running" role="status">
      <h3>{title}</h3>
      <progress
        value={step}
        max={plan.steps.length}
        aria-label={trans.__('Cell %1 of %2', step + 1, plan.steps.length)}
      />
      <p>
        {trans.__('Cell %1 of %2:', step + 1, plan.steps.length)}{' '}
        {newCell ? (
          <span>{newCell.source}</span>
        ) : (
          <button
            className="jp-TfxPanel-link"
            onClick={() => void commands.execute(CommandIDs.showCell, { cellId })}
          >
            {model.cellLabel(cellId)}
          </button>
        )}
      </p>
    </section>
  );
}

function Stopped({ model, trans, commands }: IPartProps): React.JSX.Element {
  const { title, sentence, cellId } = model.stoppedPlan!;
  return (
    <section className="jp-TfxPanel-card jp-TfxPanel-plan" data-tfx-plan="stopped" role="status">
      <h3>{title}</h3>
      <p>{sentence}</p>
      <div className="jp-TfxPanel-buttons">
        {cellId !== null && (
          <Button
            small
            className="jp-mod-styled"
            onClick={() => void commands.execute(CommandIDs.showCell, { cellId })}
          >
            {trans.__('Show Cell')}
          </Button>
        )}
        <Button small className="jp-mod-styled" onClick={() => model.dismissStopped()}>
          {trans.__('Close')}
        </Button>
      </div>
    </section>
  );
}
