/** What the kernel side has told so far: its snapshot, moved on by its events. Plain data, never changed in place. */
import type { Event as KernelEvent, FileFingerprint, Run, Snapshot } from '../protocol';

/** The newest state of the kernel side. */
export type IKernelFacts = Snapshot;

/**
 * The facts after an event.
 *
 * An event that the facts already include (its `seq` is not newer) changes nothing.
 */
export function applyEvent(facts: IKernelFacts, event: KernelEvent): IKernelFacts {
  if (event.seq <= facts.seq) {
    return facts;
  }
  const next: IKernelFacts = { ...facts, seq: event.seq };
  switch (event.event) {
    case 'run':
      next.runs = withRun(facts.runs, event.run);
      if (!facts.runs.some(run => run.run === event.run.run) && event.run.oldCode === null) {
        // A run that begins has just read its files: so they are now.
        next.files = withFiles(facts.files, event.run.files);
      }
      break;
    case 'cell':
      next.cells = [...facts.cells, event.cell];
      next.contexts = event.contexts;
      next.components = event.components ?? facts.components;
      next.tfx = event.tfx;
      break;
    case 'files':
      next.files = withFiles(facts.files, event.files);
      break;
    case 'tfx':
      next.tfx = event.tfx;
      break;
  }
  return next;
}

/** True where an event came between the facts and this one and was not seen. */
export function isGap(facts: IKernelFacts, event: KernelEvent): boolean {
  return event.seq > facts.seq + 1;
}

function withRun(runs: readonly Run[], run: Run): Run[] {
  const at = runs.findIndex(r => r.run === run.run);
  return at < 0 ? [...runs, run] : runs.map((r, i) => (i === at ? run : r));
}

function withFiles(
  old: readonly FileFingerprint[],
  news: readonly FileFingerprint[]
): FileFingerprint[] {
  const byPath = new Map(old.map(file => [file.path, file]));
  news.forEach(file => byPath.set(file.path, file));
  return [...byPath.values()];
}
