/** A feature to choose. */
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';

import type { IFeatureSummary } from '../../metrics/questions';

/** Features to choose from; those that are taken are left out. */
export function FeatureSelect(props: {
  readonly features: readonly IFeatureSummary[];
  readonly chosen: string;
  readonly taken: readonly string[];
  /** null for none. */
  readonly onChoose: (feature: IFeatureSummary | null) => void;
  readonly label?: string;
  readonly trans: TranslationBundle;
}): React.JSX.Element {
  const { features, chosen, taken, onChoose, label, trans } = props;
  return (
    <select
      className="jp-mod-styled"
      aria-label={label}
      value={chosen}
      onChange={event => onChoose(features.find(({ name }) => name === event.target.value) ?? null)}
    >
      <option value="">{trans.__('(none)')}</option>
      {features
        .filter(({ name }) => name === chosen || !taken.includes(name))
        .map(({ name, role }) => (
          <option key={name} value={name}>
            {roleWords(name, role, trans)}
          </option>
        ))}
    </select>
  );
}

function roleWords(name: string, role: IFeatureSummary['role'], trans: TranslationBundle): string {
  switch (role) {
    case 'label':
      return trans.__('%1 (label)', name);
    case 'weight':
      return trans.__('%1 (weight)', name);
    case 'prediction':
      return trans.__('%1 (prediction)', name);
    case 'feature':
      return name;
  }
}
