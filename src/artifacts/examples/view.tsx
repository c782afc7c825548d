/** Rows of data, a split at a time. */
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { fileSize } from '../format';
import { RecordsView } from '../records/records-view';
import type { IExamples } from './decode';

/** One artifact: several are put side by side. */
export function ExamplesView({
  items,
  size,
  trans,
  opening
}: IArtifactViewProps<IExamples>): React.JSX.Element {
  const { splits, moreFiles } = items[0].data;
  const [chosen, setChosen] = React.useState(() =>
    Math.max(
      0,
      splits.findIndex(({ name }) => name === opening?.rows?.split)
    )
  );
  const split = splits[chosen] ?? splits[0];
  return (
    <>
      <RecordsView
        key={split.name}
        label={trans.__('Rows of %1', split.name || trans.__('the file'))}
        open={split.rows}
        filter={opening?.rows?.filter}
        {...{ size, trans }}
      >
        {splits.length > 1 && (
          <select
            className="jp-mod-styled"
            value={chosen}
            aria-label={trans.__('Split')}
            onChange={event => setChosen(Number(event.target.value))}
          >
            {splits.map(({ name, size: bytes }, index) => (
              <option key={name} value={index}>
                {`${name} (${fileSize(bytes, trans)})`}
              </option>
            ))}
          </select>
        )}
      </RecordsView>
      {moreFiles && (
        <p className="jp-TfxArtifact-note">
          {trans.__('Only the first files of this artifact are listed here; it has more rows.')}
        </p>
      )}
    </>
  );
}
