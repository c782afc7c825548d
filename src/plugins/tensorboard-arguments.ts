/** Arguments of the command that opens a board. */
import type { ReadonlyPartialJSONObject, ReadonlyPartialJSONValue } from '@lumino/coreutils';

import type { TensorBoardLogdir } from '../protocol';

/** Schema of the command. */
export const boardArguments = {
  type: 'object',
  properties: {
    logdirs: {
      type: 'array',
      description: 'Folders with event files; asked for where they are left out',
      items: {
        type: 'object',
        required: ['uri'],
        properties: {
          uri: { type: 'string', description: 'Path or URI of the folder' },
          name: { type: 'string', description: 'What its runs are called' }
        }
      }
    },
    kernel: {
      type: 'string',
      description: 'Id of a kernel, or name of a kernel specification, whose TensorBoard is wanted'
    },
    context: {
      type: 'boolean',
      description: 'Take the folders that are selected in the file browser'
    }
  }
} as const;

/** The folders that are named; empty where none is. */
export function readLogdirs(args: ReadonlyPartialJSONObject): TensorBoardLogdir[] {
  const { logdirs } = args;
  return Array.isArray(logdirs)
    ? (logdirs as readonly ReadonlyPartialJSONValue[]).flatMap(readLogdir)
    : [];
}

function readLogdir(value: ReadonlyPartialJSONValue): TensorBoardLogdir[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  const { uri, name } = value as ReadonlyPartialJSONObject;
  return typeof uri === 'string' && uri !== ''
    ? [{ uri, name: typeof name === 'string' ? name : '' }]
    : [];
}
