/** Makes a view of its two halves. */
import * as React from 'react';

import type { IArtifactView, IArtifactViewParts } from './artifact-view';

/** A view that reads with `decode` and shows with `View`. */
export function artifactView<T>(parts: IArtifactViewParts<T>): IArtifactView {
  const { decode, View, compares = false } = parts;
  return {
    compares,
    prepare: async (sources, signal) => {
      const items = await Promise.all(
        sources.map(async ({ label, source }) => ({
          label,
          source,
          data: await decode(source, signal)
        }))
      );
      return function Prepared(place) {
        return <View {...place} items={items} />;
      };
    }
  };
}
