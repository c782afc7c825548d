/**
 * What crosses a process border: types and checks, both made from `jupyterlab_tfx/protocol/protocol.json`.
 *
 * The checks are large; they load with the code that talks to a kernel or to the server, not at start.
 */
export * from './generated/types';
