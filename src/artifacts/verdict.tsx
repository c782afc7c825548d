/** Whether something is good, at a glance: an icon of its own shape, a colour, and words. */
import * as React from 'react';

/** Shapes of 16 × 16, for those who do not tell the colours apart. */
const SHAPES = {
  good: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zm3.2 4.1L7 9.4 4.9 7.3 3.7 8.5 7 11.8l5.4-5.5z',
  bad: 'M5 1h6l4 4v6l-4 4H5l-4-4V5zm.2 3L4 5.2l2.8 2.8L4 10.8 5.2 12 8 9.2l2.8 2.8 1.2-1.2L9.2 8 12 5.2 10.8 4 8 6.8z',
  unknown:
    'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1zM7.2 10.5v1.6h1.6v-1.6zm.8-6.6c-1.6 0-2.7 1-2.8 2.4h1.5c0-.6.5-1.1 1.3-1.1.7 0 1.2.4 1.2 1 0 .5-.3.8-.9 1.2-.8.5-1.1 1-1.1 1.9v.4h1.5v-.3c0-.5.2-.8.9-1.2.7-.5 1.2-1.1 1.2-2 0-1.4-1.1-2.3-2.8-2.3z'
};

/** How something turned out. */
export type Outcome = keyof typeof SHAPES;

/** An outcome in words, with its icon before them. */
export function Verdict(props: {
  readonly outcome: Outcome;
  readonly children: React.ReactNode;
}): React.JSX.Element {
  const { outcome, children } = props;
  return (
    <p className={`jp-TfxVerdict jp-mod-${outcome}`} data-tfx-outcome={outcome}>
      <OutcomeIcon outcome={outcome} />
      <strong>{children}</strong>
    </p>
  );
}

/** The icon alone; words stand beside it. */
export function OutcomeIcon({ outcome }: { readonly outcome: Outcome }): React.JSX.Element {
  return (
    <svg className={`jp-TfxOutcome jp-mod-${outcome}`} viewBox="0 0 16 16" aria-hidden="true">
      <path fillRule="evenodd" d={SHAPES[outcome]} />
    </svg>
  );
}
