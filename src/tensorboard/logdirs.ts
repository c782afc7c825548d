/** Folders that a board reads, and what the board is called. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { TensorBoardLogdir } from '../protocol';

/** Names in a title before the rest is counted. */
const NAMED = 2;

/** What a logdir is called: its name, or its folder's. */
export function logdirName({ name, uri }: TensorBoardLogdir): string {
  return name || uri.replace(/\/+$/, '').split('/').at(-1) || uri || '/';
}

/** Tells one set of logdirs from another, in whatever order. */
export function logdirsKey(logdirs: readonly TensorBoardLogdir[]): string {
  return JSON.stringify(logdirs.map(({ uri }) => uri.replace(/\/+$/, '')).sort());
}

/** Title of a board's tab. */
export function boardTitle(
  logdirs: readonly TensorBoardLogdir[],
  trans: TranslationBundle
): string {
  const names = logdirs.slice(0, NAMED).map(logdirName).join(', ');
  const more = logdirs.length - NAMED;
  return more > 0
    ? trans.__('TensorBoard: %1 and %2 more', names, more)
    : trans.__('TensorBoard: %1', names);
}
