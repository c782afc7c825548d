/** A training run at a glance: read from its event files when it comes into view. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { Artifact } from '../protocol';
import type { IPanelArtifacts, IRunFigure } from './panel-artifacts';

/** Nothing is read while the section is closed, or the run is scrolled out of it. */
export function RunFigures(props: {
  readonly run: Artifact;
  readonly artifacts: IPanelArtifacts;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { run, artifacts, trans } = props;
  const { uri } = run;
  const place = React.useRef<HTMLParagraphElement>(null);
  const [figures, setFigures] = React.useState<readonly IRunFigure[] | null>(null);
  const [problem, setProblem] = React.useState('');
  React.useEffect(() => {
    const stop = new AbortController();
    const load = async (): Promise<void> => {
      try {
        const found = await artifacts.figures(run, stop.signal);
        if (!stop.signal.aborted) {
          setFigures(found);
        }
      } catch (error) {
        if (!stop.signal.aborted) {
          setProblem(error instanceof Error ? error.message : String(error));
        }
      }
    };
    const seen = new IntersectionObserver(entries => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        seen.disconnect();
        void load();
      }
    });
    if (place.current) {
      seen.observe(place.current);
    }
    return () => {
      seen.disconnect();
      stop.abort();
    };
    // The run is made anew with every change of the pipeline: its URI tells which it is.
  }, [artifacts, uri]);
  return (
    <p ref={place} className="jp-TfxRuns-figures" title={problem || undefined}>
      {problem}
      {figures?.length === 0 && trans.__('No scalars were logged.')}
      {figures?.map(({ name, value, title }) => (
        <span key={name} title={title}>
          <bdi>{name}</bdi> <b>{value}</b>
        </span>
      ))}
    </p>
  );
}
