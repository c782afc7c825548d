/** How bad it is: a shape for each, so that colour is not all that tells. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Severity } from './anomalies';

/** What an icon may say: a severity, or that all is well. */
export type Verdict = Severity | 'OK';

const SHAPES: Readonly<Record<Verdict, string>> = {
  // An octagon with a cross, a triangle and a circle with a mark, a circle with a tick.
  ERROR: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zM5 4 4 5l3 3-3 3 1 1 3-3 3 3 1-1-3-3 3-3-1-1-3 3z',
  WARNING: 'M8 1l7.5 14H.5zM7.2 6v4.5h1.6V6zm0 6v1.6h1.6V12z',
  UNKNOWN: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
  OK: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM6.8 11.6 3.6 8.4l1.1-1.1 2.1 2.1 4.5-4.5 1.1 1.1z'
};

/** The severity in a word. */
export function severityWord(severity: Severity, trans: TranslationBundle): string {
  switch (severity) {
    case 'ERROR':
      return trans.__('Error');
    case 'WARNING':
      return trans.__('Warning');
    case 'UNKNOWN':
      return trans.__('Notice');
  }
}

/** Beside a word; with a `title` it stands alone. */
export function SeverityIcon(props: {
  readonly verdict: Verdict;
  readonly title?: string;
}): React.JSX.Element {
  const { verdict, title } = props;
  return (
    <svg
      className="jp-TfxAnomalies-icon"
      data-tfx-verdict={verdict}
      viewBox="0 0 16 16"
      width="14"
      height="14"
      role={title === undefined ? undefined : 'img'}
      aria-hidden={title === undefined}
      aria-label={title}
    >
      {title !== undefined && <title>{title}</title>}
      <path fillRule="evenodd" d={SHAPES[verdict]} />
    </svg>
  );
}
