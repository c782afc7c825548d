/** What a model said of each example. */
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { RecordsView } from '../records/records-view';
import type { IPredictions } from './decode';

/** One artifact: several are put side by side. */
export function PredictionsView({
  items,
  size,
  trans
}: IArtifactViewProps<IPredictions>): React.JSX.Element {
  return (
    <RecordsView label={trans.__('Predictions')} open={items[0].data.rows} {...{ size, trans }} />
  );
}
