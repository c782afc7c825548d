/** Where the Beam jobs of a component ran, and where they would run next. */
import * as React from 'react';

import { CommandIDs } from '../commands';
import { isSameBeam, mayUseBeam } from '../pipeline/beam';
import { beamRunWords, choiceWords } from '../states/beam-words';
import { CommandButton } from './attachment-card';
import type { INodeProps } from './model-widget';

/** Nothing for a component that is no Beam job. */
export function InspectorBeam(props: INodeProps): React.JSX.Element | null {
  const { node, model, trans, commands } = props;
  if (!mayUseBeam(node)) {
    return null;
  }
  const { beam } = node;
  const next = model.beamChoice(node.componentId);
  // What its cell or its context says is no choice: a component's cell comes before all of them.
  const isNext = beam?.origin !== 'cell' && !isSameBeam(next, beam?.choice ?? null);
  return (
    <section className="jp-TfxInspector-beam">
      <h4>{trans.__('Beam runner')}</h4>
      {beam !== null && (
        <p data-tfx-beam={beam.origin}>
          {node.state === 'running'
            ? trans.__('Runs %1.', beamRunWords(beam, trans))
            : trans.__('Last run: %1.', beamRunWords(beam, trans))}
        </p>
      )}
      {isNext && (
        <p data-tfx-beam-next="">
          {next === null
            ? trans.__('Next run: as the notebook’s code says.')
            : trans.__('Next run: %1.', choiceWords(next, trans))}
        </p>
      )}
      <div className="jp-TfxPanel-buttons">
        <CommandButton
          commands={commands}
          id={CommandIDs.chooseBeamRunner}
          args={{ component: node.componentId }}
        />
      </div>
    </section>
  );
}
