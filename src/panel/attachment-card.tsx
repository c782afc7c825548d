/** What stands in the way of a live pipeline, and what to do about it. */
import type { TranslationBundle } from '@jupyterlab/translation';
import { Button } from '@jupyterlab/ui-components';
import * as React from 'react';

import { CommandIDs } from '../commands';
import type { IPartProps } from './model-widget';
import type { AttachmentState, IAttachment } from './panel-model';

interface ICard {
  readonly title: string;
  readonly text: string;
  /** Commands that are offered as buttons, where they are there. */
  readonly offers: readonly string[];
  /** Something went wrong, rather than being not there yet. */
  readonly isProblem?: boolean;
}

/** The card for a state; null where all is well. */
export function AttachmentCard({ model, trans, commands }: IPartProps): React.JSX.Element | null {
  const { attachment } = model;
  const card = cardOf(attachment, trans);
  if (card === null) {
    return null;
  }
  return (
    <section
      className={`jp-TfxPanel-card${card.isProblem ? ' jp-mod-problem' : ''}`}
      data-tfx-attachment={attachment.state}
      role={card.isProblem ? 'alert' : 'status'}
    >
      <h3>{card.title}</h3>
      {card.text && <p>{card.text}</p>}
      {attachment.command && (
        <pre className="jp-TfxPanel-command">
          <code>{attachment.command}</code>
        </pre>
      )}
      <div className="jp-TfxPanel-buttons">
        {attachment.command && (
          <CommandButton
            commands={commands}
            id={CommandIDs.copyText}
            args={{ text: attachment.command }}
          />
        )}
        {card.offers
          .filter(id => commands.hasCommand(id))
          .map(id => (
            <CommandButton key={id} commands={commands} id={id} />
          ))}
      </div>
    </section>
  );
}

/** A button with a command's own label and caption. */
export function CommandButton(props: {
  readonly commands: IPartProps['commands'];
  readonly id: string;
  readonly args?: Readonly<Record<string, string | number | boolean>>;
  readonly className?: string;
}): React.JSX.Element {
  const { commands, id, args = {}, className = '' } = props;
  return (
    <Button
      small
      className={`jp-mod-styled ${className}`}
      title={commands.caption(id, args)}
      disabled={!commands.isEnabled(id, args)}
      data-command={id}
      onClick={() => void commands.execute(id, args)}
    >
      {commands.label(id, args)}
    </Button>
  );
}

function cardOf(attachment: IAttachment, trans: TranslationBundle): ICard | null {
  const card = (
    title: string,
    text: string,
    offers: readonly string[] = [],
    isProblem = false
  ): ICard => ({ title, text: attachment.sentence || text, offers, isProblem });
  const state: AttachmentState = attachment.state;
  switch (state) {
    case 'attached':
    case 'attaching':
      return null;
    case 'no-notebook':
      return card(
        trans.__('No notebook is open'),
        trans.__('Open a notebook that builds a TFX pipeline, or begin a new one.'),
        [CommandIDs.newPipeline]
      );
    case 'not-python':
      return card(
        trans.__('Not a Python notebook'),
        trans.__('TFX pipelines are built in Python. Open a Python notebook.')
      );
    case 'no-tfx':
      return card(
        trans.__('No TFX in this notebook'),
        trans.__('A notebook that imports tfx shows its pipeline here: from tfx import v1 as tfx.'),
        [CommandIDs.newPipeline]
      );
    case 'no-kernel':
      return card(
        trans.__('No kernel is running'),
        trans.__(
          'The graph is that of the notebook’s source. Press Step to start a kernel and run.'
        )
      );
    case 'not-attached':
      return card(
        trans.__('Not attached to the kernel'),
        trans.__('Attach to see what has run, and what is out of date.'),
        [CommandIDs.attach]
      );
    case 'missing-package':
      return card(
        trans.__('The kernel has no jupyterlab-tfx'),
        '',
        [CommandIDs.insertInstallCell, CommandIDs.attach],
        true
      );
    case 'missing-tfx':
      return card(trans.__('This kernel has no TFX'), '', ['notebook:change-kernel'], true);
    case 'other-version':
      return card(
        trans.__('The kernel has another version of jupyterlab-tfx'),
        '',
        [CommandIDs.insertInstallCell, CommandIDs.attach],
        true
      );
    case 'kernel-dead':
      return card(
        trans.__('The kernel died'),
        trans.__('Restart it from the Kernel menu. What was published is in the metadata store.'),
        [],
        true
      );
    case 'error':
      return card(trans.__('The kernel cannot be observed'), '', [CommandIDs.attach], true);
  }
}
