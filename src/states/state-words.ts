/** States, causes and notices as sentences that a person can act on. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { ICause, INotice, IPipelineNode } from '../pipeline/pipeline';
import type { Progress } from '../protocol';
import { stateWord } from './state-icons';

/** A node's state with why it is so: `stale: “EPOCHS” was edited`. */
export function stateWords(node: IPipelineNode, trans: TranslationBundle): string {
  const word = stateWord(node.state, trans);
  if (node.state === 'running' && node.progress) {
    return trans.__('%1: %2', word, progressWords(node.progress, trans));
  }
  if (node.state === 'failed' && node.error) {
    return trans.__('%1: %2', word, node.error.sentence ?? node.error.name);
  }
  if (node.causes.length === 0) {
    return word;
  }
  const first = causeWords(node.causes[0], trans);
  return node.causes.length === 1
    ? trans.__('%1: %2', word, first)
    : trans.__('%1: %2, and %3 more', word, first, node.causes.length - 1);
}

/** Why a node is stale. */
export function causeWords(cause: ICause, trans: TranslationBundle): string {
  switch (cause.kind) {
    case 'code-edited':
      return trans.__('“%1” was edited', cause.what);
    case 'input-changed':
      return trans.__('its input from %1 is another one', cause.what);
    case 'upstream-reran':
      return trans.__('%1 ran again', cause.what);
    case 'upstream-stale':
      return trans.__('%1 is not up to date', cause.what);
    case 'module-changed':
      return trans.__('the module file %1 was changed', fileName(cause.what));
    case 'data-changed':
      return trans.__('the source data %1 were changed', fileName(cause.what));
    case 'kernel-restarted':
      return trans.__('the kernel was restarted; its results are in the metadata store');
    case 'old-code':
      return trans.__(
        'TFX used the old code of %1, as the component was not declared again',
        fileName(cause.what)
      );
  }
}

/** What is worth saying of a node beside its state. */
export function noticeWords(notice: INotice, trans: TranslationBundle): string {
  switch (notice.kind) {
    case 'cache-not-newest':
      return trans.__(
        'The cache gave the oldest result that fits. Execution %1 is newer.',
        notice.executionId ?? ''
      );
    case 'upstream-not-run':
      return trans.__('%1, which it needs, was never run.', notice.what);
    case 'ended-without-word':
      return trans.__(
        'The metadata store says that execution %1 is running, but no kernel runs it: it failed, or its kernel ended.',
        notice.executionId ?? ''
      );
  }
}

/** How far a run is. */
export function progressWords(progress: Progress, trans: TranslationBundle): string {
  const { phase, done, total, unit, elements } = progress;
  const parts = [phase];
  if (done !== null && unit !== null) {
    const count = total === null ? `${done}` : `${done} / ${total}`;
    parts.push(`${count} ${unitWord(unit, trans)}`);
  }
  if (elements) {
    parts.push(trans._n('%1 element', '%1 elements', elements));
  }
  return parts.filter(part => part !== '').join(', ');
}

function unitWord(unit: NonNullable<Progress['unit']>, trans: TranslationBundle): string {
  switch (unit) {
    case 'stages':
      return trans.__('stages');
    case 'epochs':
      return trans.__('epochs');
    case 'steps':
      return trans.__('steps');
    case 'trials':
      return trans.__('trials');
  }
}

/** The last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
}
