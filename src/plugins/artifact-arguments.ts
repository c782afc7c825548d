/** Arguments of the commands about artifacts. */
import type { ReadonlyPartialJSONObject, ReadonlyPartialJSONValue } from '@lumino/coreutils';

import type { IArtifactAddress, IRowChoice } from '../artifacts/artifact-view';

/** Schema of the commands that take artifacts. */
export const artifactsArguments = {
  type: 'object',
  required: ['artifacts'],
  properties: {
    artifacts: {
      type: 'array',
      description: 'Where they are: several of one type are compared',
      items: {
        type: 'object',
        required: ['uri'],
        properties: {
          uri: { type: 'string', description: 'The artifact’s URI' },
          type: { type: 'string', description: 'TFX’s type name' },
          name: { type: 'string', description: 'The artifact’s name' },
          id: { type: 'number', description: 'Id in the metadata store' }
        }
      }
    }
  }
} as const;

/** Schema of the command that opens them. */
export const openArguments = {
  ...artifactsArguments,
  properties: {
    ...artifactsArguments.properties,
    rows: {
      type: 'object',
      description: 'Which rows are shown at first, where the artifacts have rows',
      properties: {
        split: { type: 'string', description: 'Name of the split' },
        filter: { type: 'string', description: 'What rows are found by, such as species=Adelie' }
      }
    }
  }
} as const;

/** The rows that are asked for; undefined where none are. */
export function readRows({ rows }: ReadonlyPartialJSONObject): IRowChoice | undefined {
  if (typeof rows !== 'object' || rows === null || Array.isArray(rows)) {
    return undefined;
  }
  const { split, filter } = rows as ReadonlyPartialJSONObject;
  return {
    split: typeof split === 'string' ? split : '',
    filter: typeof filter === 'string' ? filter : ''
  };
}

/** The artifacts that are named; empty where none is. */
export function readAddresses(args: ReadonlyPartialJSONObject): IArtifactAddress[] {
  const { artifacts } = args;
  return Array.isArray(artifacts)
    ? (artifacts as readonly ReadonlyPartialJSONValue[]).flatMap(readAddress)
    : [];
}

function readAddress(value: ReadonlyPartialJSONValue): IArtifactAddress[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [];
  }
  const { uri, type, name, id } = value as ReadonlyPartialJSONObject;
  const text = (given: unknown): string => (typeof given === 'string' ? given : '');
  return typeof uri === 'string' && uri !== ''
    ? [{ uri, type: text(type), name: text(name), id: typeof id === 'number' ? id : null }]
    : [];
}
