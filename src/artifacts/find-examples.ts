/** From statistics to the rows that they were made from. */
import type { IArtifactAddress, IArtifactHost } from './artifact-view';

/** As Transform lays out what it made: statistics of the rows that it wrote, beside them. */
const TRANSFORMED = /^(.*)\/post_transform_stats(\/[^/]+)\/?$/;

/**
 * The Examples artifact that statistics were made from.
 *
 * @param statistics - URI of an ExampleStatistics artifact.
 * @returns null where none is known.
 */
export async function examplesOf(
  statistics: string,
  { inputs, find }: Pick<IArtifactHost, 'inputs' | 'find'>
): Promise<IArtifactAddress | null> {
  const made = TRANSFORMED.exec(statistics);
  if (made) {
    const uri = `${made[1]}/transformed_examples${made[2]}`;
    return (await find?.('Examples'))?.find(each => each.uri === uri) ?? null;
  }
  return (await inputs?.(statistics))?.find(({ type }) => type === 'Examples') ?? null;
}
