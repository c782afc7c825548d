/** Makes a view of its two halves. */
import * as React from 'react';

import type { IArtifactView, IArtifactViewParts, IViewItem } from './artifact-view';

/** A view that reads with `decode` and shows with `View`; of several those that can be read. */
export function artifactView<T>(parts: IArtifactViewParts<T>): IArtifactView {
  const { decode, View, compares = false } = parts;
  return {
    compares,
    prepare: async (sources, signal) => {
      const read = await Promise.allSettled(
        sources.map(async ({ label, source }): Promise<IViewItem<T>> => ({
          label,
          source,
          data: await decode(source, signal)
        }))
      );
      const items = read.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
      const failures = read.flatMap((each, index) =>
        each.status === 'rejected'
          ? [{ label: sources[index].label, reason: each.reason as unknown }]
          : []
      );
      if (items.length === 0 && failures.length > 0) {
        throw failures[0].reason;
      }
      return function Prepared(place) {
        return failures.length === 0 ? (
          <View {...place} items={items} />
        ) : (
          <div className="jp-TfxArtifact-partly">
            {failures.map(({ label, reason }) => (
              <p key={label} className="jp-TfxArtifact-problem" role="status">
                <bdi>{label}</bdi>: {reason instanceof Error ? reason.message : String(reason)}
              </p>
            ))}
            <View {...place} items={items} />
          </div>
        );
      };
    }
  };
}
