/** Why a kernel could not be reached. */

/** Kinds of failure that the panel has a card for. */
export type FailureKind =
  /** Its environment has no `jupyterlab_tfx`. */
  | 'missing-package'
  /** Its `jupyterlab_tfx` speaks another protocol version. */
  | 'other-version'
  /** It did not answer in time: it is busy and cannot answer beside. */
  | 'busy'
  | 'gone'
  /** It dropped the request that sets its side up. */
  | 'dropped'
  /** Its side closed the connection. */
  | 'closed'
  | 'error';

/** A failure with the sentence that the kernel side gave; empty where its kind says all. */
export class KernelFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** The kernel's Python interpreter, where it is known. */
    readonly executable: string | null = null
  ) {
    super(message);
    this.name = 'KernelFailure';
  }
}
