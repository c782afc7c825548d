/** Figures of training runs for the panel's list: loaded with the first one that is seen. */
import type { IArtifactAddress } from '../artifacts/artifact-view';
import { count, figure } from '../artifacts/format';
import { finalFigures } from '../artifacts/model-run/compute-groups';
import { decodeModelRun } from '../artifacts/model-run/decode';
import type { IRunFigure } from '../panel/panel-artifacts';
import type { IArtifactPlaces } from './artifact-places';
import { artifactSource } from './make-artifact';

/** Figures of one run. */
const FEW = 3;
/** Bytes of the files of a run, at most: a list is no reason to fetch more. */
const MOST_BYTES = 1 << 25;

/**
 * Where the scalars of a training run have come to.
 *
 * @throws an Error with a sentence where its event files cannot be read.
 */
export async function runFigures(
  address: IArtifactAddress,
  { settings, trans }: IArtifactPlaces,
  signal: AbortSignal
): Promise<readonly IRunFigure[]> {
  const source = await artifactSource(address, settings, signal);
  if (source.document.files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    throw new Error(trans.__('The log is too long for a glance: open it to see its figures.'));
  }
  return finalFigures(await decodeModelRun(source, signal), FEW).map(
    ({ tag, run, value, step }) => ({
      name: tag.replace(/^epoch_/, ''),
      value: figure(value),
      title: trans.__('%1 of %2 at step %3', tag, run, count(step))
    })
  );
}
