/** All that is known of the selected component. */
import { Button, LabIcon } from '@jupyterlab/ui-components';
import * as React from 'react';

import { CommandIDs } from '../commands';
import type { ICause } from '../pipeline/pipeline';
import { stateIcons, stateWord } from '../states/state-icons';
import { causeWords, noticeWords, progressWords } from '../states/state-words';
import { age, duration } from '../states/times';
import { CommandButton } from './attachment-card';
import { Elapsed } from './elapsed';
import { InspectorBeam } from './inspector-beam';
import { InspectorChannels } from './inspector-channels';
import { InspectorError } from './inspector-error';
import { InspectorHistory } from './inspector-history';
import { InspectorProperties } from './inspector-properties';
import type { INodeProps, IPartProps } from './model-widget';

/** The selected component; a word where none is. */
export function Inspector(props: IPartProps): React.JSX.Element {
  const { model, trans } = props;
  const node = model.pipeline?.nodes.find(each => each.id === model.selected);
  if (!node) {
    return (
      <p className="jp-TfxPanel-note">
        {trans.__('Select a component to see its inputs, outputs, properties and history.')}
      </p>
    );
  }
  return (
    <article className="jp-TfxInspector" aria-label={node.id} data-tfx-inspected={node.id}>
      <Title {...props} node={node} />
      <State {...props} node={node} />
      {node.error && <InspectorError {...props} node={node} error={node.error} />}
      <About {...props} node={node} />
      <InspectorBeam {...props} node={node} />
      <InspectorChannels {...props} node={node} direction="outputs" />
      <InspectorChannels {...props} node={node} direction="inputs" />
      <InspectorProperties {...props} node={node} />
      <InspectorHistory {...props} node={node} />
    </article>
  );
}

function Title({ node }: INodeProps): React.JSX.Element {
  return (
    <h3>
      <bdi>{node.id}</bdi>
      {node.type !== node.id && <small>{node.type}</small>}
    </h3>
  );
}

/** What can be done with it, and what it is for: below what is the matter with it. */
function About({ node, trans, commands, artifacts }: INodeProps): React.JSX.Element {
  const args = { component: node.id };
  const runs = node.outputs
    .flatMap(output => output.artifacts)
    .filter(({ type }) => type === 'ModelRun');
  return (
    <section className="jp-TfxInspector-about">
      <div className="jp-TfxPanel-buttons">
        {ACTIONS.map(id => (
          <CommandButton key={id} commands={commands} id={id} args={args} />
        ))}
        {runs.length > 0 && (
          <Button small className="jp-mod-styled" onClick={() => artifacts.openTensorBoard(runs)}>
            {trans.__('Open TensorBoard')}
          </Button>
        )}
      </div>
      {(node.purpose || node.docsUrl) && (
        <p className="jp-TfxInspector-purpose">
          {node.purpose}{' '}
          {node.docsUrl && (
            <a href={node.docsUrl} target="_blank" rel="noreferrer">
              {trans.__('Guide')}
            </a>
          )}
        </p>
      )}
      {node.condition && <p>{trans.__('Only where %1', node.condition)}</p>}
      {node.dynamic && (
        <p>
          {trans.__('Declared in a function or a loop: what it is will be known when it runs.')}
        </p>
      )}
    </section>
  );
}

const ACTIONS = [
  CommandIDs.runToHere,
  CommandIDs.runFromHere,
  CommandIDs.runNoCache,
  CommandIDs.showCell
];

function State(props: INodeProps): React.JSX.Element {
  const { node, model, trans, commands } = props;
  const { state, startedAt, endedAt, cache, progress } = node;
  const took = startedAt !== null && endedAt !== null ? duration(endedAt - startedAt, trans) : null;
  return (
    <section className="jp-TfxInspector-state" data-tfx-state={state}>
      <p>
        <LabIcon.resolveReact icon={stateIcons[state]} tag="span" width="16px" height="16px" />
        <strong>{stateWord(state, trans)}</strong>
        {state === 'running' && startedAt !== null ? (
          <Elapsed since={startedAt} trans={trans} />
        ) : (
          <>
            {took && <span>{took}</span>}
            {endedAt !== null && <span>{age(endedAt, trans)}</span>}
          </>
        )}
      </p>
      {state === 'running' && progress && (
        <>
          <progress
            value={progress.total && progress.done !== null ? progress.done : undefined}
            max={progress.total ?? undefined}
            aria-label={progressWords(progress, trans)}
          />
          <p>{progressWords(progress, trans)}</p>
          <Metrics metrics={progress.metrics} />
        </>
      )}
      {state === 'running' && !model.answersWhileBusy && (
        <p>{trans.__('The kernel is busy: details come when the cell has ended.')}</p>
      )}
      {node.causes.length > 0 && (
        <ul className="jp-TfxInspector-causes" aria-label={trans.__('Why it is not up to date')}>
          {node.causes.map(cause => (
            <li key={`${cause.kind} ${cause.what}`} data-tfx-cause={cause.kind}>
              {causeWords(cause, trans)}
              <CauseLink {...props} cause={cause} />
              {cause.kind === 'old-code' && (
                <CommandButton
                  commands={commands}
                  id={CommandIDs.runToHere}
                  args={{ component: node.id }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {state === 'cached' && cache && (
        <p>
          {cache.executionId === null
            ? trans.__('From the cache.')
            : trans.__(
                'From the cache: execution %1%2.',
                cache.executionId,
                cache.finishedAt === null ? '' : `, ${age(cache.finishedAt, trans)}`
              )}
        </p>
      )}
      {node.notices.map(notice => (
        <p
          key={`${notice.kind} ${notice.what}`}
          className={state === 'not-run' ? 'jp-TfxPanel-why' : 'jp-TfxPanel-problem'}
          data-tfx-notice={notice.kind}
        >
          {noticeWords(notice, trans)}
          {notice.kind === 'cache-not-newest' && notice.executionId !== null && (
            <CommandButton
              commands={commands}
              id={CommandIDs.useNewest}
              args={{ component: node.id, execution: notice.executionId }}
            />
          )}
        </p>
      ))}
    </section>
  );
}

/** Where the change is: another component, or a cell. */
function CauseLink(props: INodeProps & { readonly cause: ICause }): React.JSX.Element | null {
  const { cause, model, trans, commands } = props;
  const other = model.pipeline?.nodes.some(node => node.id === cause.what && node !== props.node);
  if (other) {
    return (
      <button className="jp-TfxPanel-link" onClick={() => (model.selected = cause.what)}>
        {trans.__('select it')}
      </button>
    );
  }
  const { cellId } = cause;
  return cellId === null ? null : (
    <button
      className="jp-TfxPanel-link"
      onClick={() => void commands.execute(CommandIDs.showCell, { cellId })}
    >
      {trans.__('show cell')}
    </button>
  );
}

function Metrics({ metrics }: { readonly metrics: Readonly<Record<string, number>> }) {
  const names = Object.keys(metrics);
  return names.length === 0 ? null : (
    <dl className="jp-TfxInspector-metrics">
      {names.map(name => (
        <React.Fragment key={name}>
          <dt>{name}</dt>
          <dd>{metrics[name].toPrecision(4)}</dd>
        </React.Fragment>
      ))}
    </dl>
  );
}
