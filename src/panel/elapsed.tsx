/** Seconds that count while something runs. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import { duration } from '../states/times';

/** Time since a moment, anew each second for as long as it is on the page. */
export function Elapsed(props: {
  readonly since: number;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const [now, setNow] = React.useState(Date.now());
  React.useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  return <>{duration(Math.max(0, now - props.since), props.trans)}</>;
}
