/** What was edited, and can be undone. */

/** States, the present one between those before and those that were undone. */
export interface IHistory<T> {
  readonly past: readonly T[];
  readonly present: T;
  /** Nearest first. */
  readonly future: readonly T[];
}

/** Steps that can be undone, at most. */
const MOST = 500;

/** A history that begins. */
export function begin<T>(present: T): IHistory<T> {
  return { past: [], present, future: [] };
}

/** After another step; what was undone is gone. */
export function proceed<T>({ past, present }: IHistory<T>, next: T): IHistory<T> {
  return { past: [...past.slice(1 - MOST), present], present: next, future: [] };
}

/** One step back; the same where there is none. */
export function undo<T>(history: IHistory<T>): IHistory<T> {
  const { past, present, future } = history;
  return past.length === 0
    ? history
    : {
        past: past.slice(0, -1),
        present: past[past.length - 1],
        future: [present, ...future]
      };
}

/** One step forth again; the same where there is none. */
export function redo<T>(history: IHistory<T>): IHistory<T> {
  const { past, present, future } = history;
  return future.length === 0
    ? history
    : { past: [...past, present], present: future[0], future: future.slice(1) };
}
