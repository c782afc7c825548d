/** An evaluation: slices, verdict, plots; several are compared. */
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { AttributionsPage } from './attributions-page';
import { ComparePage } from './compare-page';
import { EarlierLink } from './earlier-link';
import type { IEvaluation } from './evaluation';
import { ExplorePage } from './explore-page';
import { FairnessPage } from './fairness-page';
import type { PageId } from './pages';
import { pagesOf } from './pages';
import { PlotsPage } from './plots-page';
import { SlicesPage } from './slices-page';
import { TimePage } from './time-page';
import { ValidationPage } from './validation-page';
import { WhatIfPage } from './what-if-page';

/** One evaluation at a time, in pages. */
export function EvaluationView(props: IArtifactViewProps<IEvaluation>): React.JSX.Element {
  const { items, size, trans, host } = props;
  const [chosen, setChosen] = React.useState(0);
  const [asked, setPage] = React.useState<PageId>('slices');
  const { data, source, label } = items[chosen];
  const pages = React.useMemo(() => pagesOf(data, items, trans), [data, items, trans]);
  const page = pages.some(([id]) => id === asked) ? asked : 'slices';
  return (
    <div className={`jp-TfxEvaluation jp-mod-${size}`}>
      <div className="jp-TfxEvaluation-tabs">
        <div role="group" aria-label={trans.__('Pages')}>
          {pages.map(([id, name]) => (
            <button key={id} aria-pressed={id === page} onClick={() => setPage(id)}>
              {name}
            </button>
          ))}
        </div>
        {items.length > 1 && page !== 'compare' && page !== 'time' && (
          <select
            className="jp-mod-styled"
            aria-label={trans.__('Evaluation')}
            value={chosen}
            onChange={event => setChosen(Number(event.target.value))}
          >
            {items.map((item, index) => (
              <option key={index} value={index}>
                {item.label}
              </option>
            ))}
          </select>
        )}
        {items.length === 1 && size === 'full' && <EarlierLink host={host} trans={trans} />}
      </div>
      {data.problems.slice(0, 5).map(sentence => (
        <p key={sentence} className="jp-TfxArtifact-problem" role="status">
          {sentence}
        </p>
      ))}
      <React.Fragment key={`${chosen} ${label}`}>
        {page === 'slices' && <SlicesPage evaluation={data} size={size} trans={trans} />}
        {page === 'validation' && data.run && (
          <ValidationPage evaluation={data} run={data.run} {...{ size, host, trans }} />
        )}
        {page === 'plots' && <PlotsPage evaluation={data} {...{ source, size, trans }} />}
        {page === 'explore' && <ExplorePage evaluation={data} {...{ source, host, size, trans }} />}
        {page === 'what-if' && <WhatIfPage evaluation={data} {...{ source, host, trans }} />}
        {page === 'fairness' && <FairnessPage evaluation={data} {...{ source, size, trans }} />}
        {page === 'attributions' && (
          <AttributionsPage attributions={data.attributions} trans={trans} />
        )}
      </React.Fragment>
      {page === 'compare' && <ComparePage {...{ items, size, trans }} />}
      {page === 'time' && <TimePage {...{ items, size, trans, host }} />}
    </div>
  );
}
