/** Why a kernel could not be reached, in the person's language. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { KernelFailure } from '../kernel/failure';

/** A sentence that says what to do: the kernel side's own, where it gave one. */
export function failureSentence(
  { kind, message }: Pick<KernelFailure, 'kind' | 'message'>,
  trans: TranslationBundle
): string {
  if (message !== '') {
    return message;
  }
  switch (kind) {
    case 'missing-package':
      return trans.__(
        'The kernel’s environment has no jupyterlab-tfx. Install it there, then attach.'
      );
    case 'other-version':
      return trans.__(
        'The kernel’s environment has another version of jupyterlab-tfx. Install this one there, and restart the kernel.'
      );
    case 'busy':
      return trans.__('The kernel does not answer. Try again when its cell has ended.');
    case 'gone':
      return trans.__('The kernel is gone. Start it again, and try again.');
    case 'dropped':
      return trans.__('The kernel dropped the request. Try again.');
    case 'closed':
      return trans.__('The kernel side closed the connection. Attach again.');
    case 'error':
      return trans.__('The kernel could not answer. Try again.');
  }
}
