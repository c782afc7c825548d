/** Shapes in words. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Shape } from './saved-model';

/** `[?, 3]`; a scalar, and a shape of any rank, are said. */
export function shapeText(shape: Shape, trans: TranslationBundle): string {
  return shape === null
    ? trans.__('any shape')
    : shape.length === 0
      ? trans.__('scalar')
      : `[${shape.map(size => size ?? '?').join(', ')}]`;
}
