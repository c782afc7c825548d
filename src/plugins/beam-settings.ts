/** What was filled in for each Beam runner before: in JupyterLab's settings, for the next notebook. */
import type { ISettingRegistry } from '@jupyterlab/settingregistry';

import type { IBeamDefaults } from '../beam/beam-source';
import type { BeamChoice } from '../protocol';
import { decodeBeamChoice } from '../protocol/decode';

const SETTING = 'beamRunners';

/**
 * Reads and writes the setting.
 *
 * @param settings - The panel's settings; null before they are loaded, and where nothing is remembered.
 */
export function beamDefaults(settings: () => ISettingRegistry.ISettings | null): IBeamDefaults {
  /** Options by runner; those that are none are left out. */
  const all = (): Partial<Record<BeamChoice['runner'], BeamChoice['options']>> => {
    const found: unknown = settings()?.get(SETTING).composite;
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
  };
  return {
    options: runner => all()[runner] ?? {},
    keep: ({ runner, options }) => {
      const next = { ...all(), [runner]: options };
      void settings()
        ?.set(SETTING, next)
        .catch(() => undefined);
    }
  };
}
