import { nullTranslator } from '@jupyterlab/translation';
import type { TranslationBundle } from '@jupyterlab/translation';

import type { FailureKind } from '../../kernel/failure';
import { failureSentence } from '../failure-sentence';

/** Marks what went through it. */
const trans: TranslationBundle = {
  ...nullTranslator.load('jupyterlab_tfx'),
  __: (text: string) => `translated: ${text}`
};
const KINDS: FailureKind[] = [
  'missing-package',
  'other-version',
  'busy',
  'gone',
  'dropped',
  'closed',
  'error'
];

describe('failureSentence', () => {
  it.each(KINDS)('has a sentence of its own for what is %s', kind => {
    expect(failureSentence({ kind, message: '' }, trans)).toMatch(/^translated: .*\.$/);
  });

  it('leaves the kernel side its own', () => {
    expect(failureSentence({ kind: 'error', message: 'Oh.' }, trans)).toBe('Oh.');
  });
});
