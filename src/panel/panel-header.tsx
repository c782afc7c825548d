/** Top of the panel: which pipeline, where, how it stands with the kernel, and what is going on. */
import { copyIcon, LabIcon } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { CommandIDs } from '../commands';
import type { IPipelineContext } from '../pipeline/pipeline';
import { AttachmentCard } from './attachment-card';
import type { IPartProps } from './model-widget';
import type { IPanelModel } from './panel-model';
import { PlanCard } from './plan-card';

/** Header, cards and notes. */
export function PanelHeader(props: IPartProps): React.JSX.Element {
  const { model, trans } = props;
  const contexts = model.pipeline?.contexts ?? [];
  const names = new Set(contexts.flatMap(({ pipelineName }) => pipelineName ?? []));
  return (
    <>
      {model.notebookName && (
        <header className="jp-TfxPanel-title">
          <h2 title={model.notebookName}>{[...names].join(', ') || model.notebookName}</h2>
          <span className="jp-TfxPanel-kernel" role="status">
            {kernelWords(model, trans)}
          </span>
        </header>
      )}
      {(contexts.length > 0 || model.stores.length > 0) && (
        <Places {...props} contexts={contexts} />
      )}
      <AttachmentCard {...props} />
      {model.storeProblem && (
        <p className="jp-TfxPanel-problem" role="alert">
          {trans.__('The metadata store cannot be read: %1', model.storeProblem)}
        </p>
      )}
      <Problems {...props} />
      <PlanCard {...props} />
    </>
  );
}

function kernelWords(model: IPanelModel, trans: TranslationBundle): string {
  switch (model.attachment.state) {
    case 'attached':
      break;
    case 'attaching':
      return model.attachment.sentence || trans.__('attaching…');
    case 'missing-tfx':
      return trans.__('no TFX');
    default:
      return '';
  }
  if (model.tfx?.state === 'importing') {
    return trans.__('importing TFX…');
  }
  if (model.busy) {
    return model.answersWhileBusy
      ? trans.__('kernel busy')
      : trans.__('kernel busy: it answers after the cell');
  }
  return model.tfx?.version ? trans.__('TFX %1', model.tfx.version) : trans.__('attached');
}

function Places({
  contexts,
  model,
  trans,
  commands
}: IPartProps & { readonly contexts: readonly IPipelineContext[] }): React.JSX.Element {
  const rows = contexts.flatMap(({ key, pipelineRoot, store }) => [
    { key: `${key} root`, name: trans.__('Root'), text: pipelineRoot ?? '', folder: undefined },
    {
      key: `${key} store`,
      name: trans.__('Store'),
      text: store ? store.uri || store.kind : '',
      // The file itself is nothing to read.
      folder: store?.kind === 'sqlite' ? folderOf(store.uri) : undefined
    }
  ]);
  const told = rows.filter(row => row.text !== '');
  const unique = [...new Map(told.map(row => [`${row.name} ${row.text}`, row])).values()];
  return (
    <dl className="jp-TfxPanel-places">
      {unique.map(row => (
        <React.Fragment key={row.key}>
          <dt>{row.name}</dt>
          <dd>
            <PathActions path={row.text} opens={row.folder} commands={commands} />
          </dd>
        </React.Fragment>
      ))}
      {model.stores.length > 0 && <StoreChoice {...{ model, trans, commands }} />}
    </dl>
  );
}

/** Where executions are read from; no more than names is known here. */
function StoreChoice({ model, trans, commands }: Omit<IPartProps, 'artifacts'>): React.JSX.Element {
  return (
    <>
      <dt>{trans.__('History')}</dt>
      <dd>
        <select
          className="jp-mod-styled jp-TfxPanel-store"
          value={model.chosenStore ?? ''}
          aria-label={trans.__('Metadata store of the history')}
          title={commands.caption(CommandIDs.chooseStore)}
          onChange={({ target: { value } }) =>
            void commands.execute(CommandIDs.chooseStore, value === '' ? {} : { store: value })
          }
        >
          <option value="">{trans.__('the notebook’s own store')}</option>
          {model.stores.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </dd>
    </>
  );
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end) || '/';
}

/** A path or URI: a press opens it where that can be done, a small button copies it. */
export function PathActions(props: {
  readonly path: string;
  readonly commands: IPartProps['commands'];
  readonly label?: string;
  /** What a press opens instead. */
  readonly opens?: string;
}): React.JSX.Element {
  const { path, commands } = props;
  const open = { path: props.opens ?? path };
  const label =
    props.label ??
    (commands.isEnabled(CommandIDs.openFile, { path })
      ? commands.label(CommandIDs.openFile, { path })
      : path);
  return (
    <span className="jp-TfxPanel-path">
      {commands.isEnabled(CommandIDs.openFile, open) ? (
        <button
          className="jp-TfxPanel-link"
          title={`${commands.caption(CommandIDs.openFile, open)}\n${path}`}
          onClick={() => void commands.execute(CommandIDs.openFile, open)}
        >
          <bdi>{label}</bdi>
        </button>
      ) : (
        <span title={path}>
          <bdi>{label}</bdi>
        </span>
      )}
      <button
        className="jp-TfxPanel-icon"
        title={commands.caption(CommandIDs.copyText, { text: path })}
        aria-label={commands.caption(CommandIDs.copyText, { text: path })}
        onClick={() => void commands.execute(CommandIDs.copyText, { text: path })}
      >
        <LabIcon.resolveReact icon={copyIcon} tag="span" width="14px" height="14px" />
      </button>
    </span>
  );
}

function Problems({ model, trans, commands }: IPartProps): React.JSX.Element | null {
  const problems = model.pipeline?.problems ?? [];
  if (problems.length === 0 || !model.pipeline?.usesTfx) {
    return null;
  }
  return (
    <ul className="jp-TfxPanel-problems" aria-label={trans.__('Cells that cannot be read')}>
      {problems.map(problem => (
        <li key={problem.cellId}>
          <button
            className="jp-TfxPanel-link"
            onClick={() =>
              void commands.execute(CommandIDs.showCell, {
                cellId: problem.cellId,
                line: problem.line
              })
            }
          >
            {model.cellLabel(problem.cellId)}
          </button>{' '}
          {trans.__('cannot be read, line %1: %2', problem.line, problem.message)}
        </li>
      ))}
    </ul>
  );
}
