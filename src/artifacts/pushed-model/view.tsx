/** Where a model was pushed. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IArtifactViewProps } from '../artifact-view';
import { Facts } from '../facts';
import { PropertyTable } from '../generic/view';
import { ModelBody } from '../model/view';
import { Verdict } from '../verdict';
import type { IPushedModel } from './decode';

/** One push: several are put side by side. */
export function PushedModelView({
  items,
  size,
  trans
}: IArtifactViewProps<IPushedModel>): React.JSX.Element {
  const { pushed, destination, version, time, model, others } = items[0].data;
  return (
    <div className="jp-TfxPushed">
      <Verdict outcome={pushed === null ? 'unknown' : pushed ? 'good' : 'bad'}>
        {headline(pushed, trans)}
      </Verdict>
      {pushed === false && (
        <p>{trans.__('Pusher leaves a model where it is when one of its blessings is missing.')}</p>
      )}
      <Facts
        label={trans.__('Push')}
        facts={[
          { name: trans.__('Where'), value: destination && <bdi>{destination}</bdi> },
          {
            name: trans.__('When'),
            value: time && (
              <time dateTime={time.toISOString()}>
                {time.toLocaleString(window.document.documentElement.lang || 'en')}
              </time>
            )
          },
          { name: trans.__('Version'), value: version && <bdi>{version}</bdi> }
        ]}
      />
      <PropertyTable properties={others} trans={trans} />
      {model && (
        <>
          <h4>{trans.__('The copy in this artifact')}</h4>
          <ModelBody model={model} size={size} trans={trans} />
        </>
      )}
    </div>
  );
}

function headline(pushed: boolean | null, trans: TranslationBundle): string {
  return pushed === null
    ? trans.__('Nobody says whether it was pushed')
    : pushed
      ? trans.__('Pushed')
      : trans.__('Not pushed');
}
