/** What was filled in for each Beam runner before: in JupyterLab's settings, for the next notebook. */
import type { ISettingRegistry } from '@jupyterlab/settingregistry';
import { Signal } from '@lumino/signaling';

import type { IBeamDefaults } from '../beam/beam-source';
import type { BeamChoice } from '../protocol';
import { decodeBeamChoice } from '../protocol/decode';

const SETTING = 'beamRunners';

/** Reads and writes the setting; without a registry nothing is remembered. */
export class BeamSettings {
  /** The panel's settings; null before they are loaded. */
  settings: ISettingRegistry.ISettings | null = null;

  /** A person wants to choose for a component; null: for all. */
  readonly asked = new Signal<this, string | null>(this);

  readonly defaults: IBeamDefaults = {
    options: runner => this._all()[runner] ?? {},
    keep: ({ runner, options }) => {
      const next = { ...this._all(), [runner]: options };
      void this.settings?.set(SETTING, next).catch(() => undefined);
    }
  };

  /** Options by runner; those that are none are left out. */
  private _all(): Partial<Record<BeamChoice['runner'], BeamChoice['options']>> {
    const found: unknown = this.settings?.get(SETTING).composite;
    const pairs = Object.entries(typeof found === 'object' && found !== null ? found : {});
    return Object.fromEntries(
      pairs.flatMap(([runner, options]) => {
        try {
          return [[runner, decodeBeamChoice({ runner, options }).options]];
        } catch {
          return [];
        }
      })
    );
  }
}
