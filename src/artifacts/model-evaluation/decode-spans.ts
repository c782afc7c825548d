/** Of which span of the data evaluations are. */
import type { IArtifactHost } from '../artifact-view';

/**
 * The spans of the Examples that evaluations were made on: TFX's ExampleGen numbers what arrives one after the other.
 *
 * @param uris - Of the evaluations.
 * @returns For each its span; null where nobody knows it.
 */
export function decodeSpans(
  uris: readonly string[],
  { inputs, source }: Pick<IArtifactHost, 'inputs' | 'source'>,
  signal: AbortSignal
): Promise<readonly (number | null)[]> {
  const spanOf = async (uri: string): Promise<number | null> => {
    const examples = (await inputs?.(uri))?.find(({ type }) => type === 'Examples');
    if (!examples || !source) {
      return null;
    }
    const { properties, customProperties } = (await source(examples, signal)).document;
    const span = Number(properties.span ?? customProperties.span);
    return Number.isSafeInteger(span) ? span : null;
  };
  return Promise.all(uris.map(uri => spanOf(uri).catch(() => null)));
}
