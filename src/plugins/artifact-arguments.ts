/** Arguments of the commands about artifacts. */
import type { ReadonlyPartialJSONObject, ReadonlyPartialJSONValue } from '@lumino/coreutils';

import type {
  IArtifactAddress,
  IOpening,
  IRowChoice,
  ISchemaChoice
} from '../artifacts/artifact-view';

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
    },
    edited: {
      type: 'object',
      description: 'Edits that a schema is opened with',
      required: ['text'],
      properties: {
        text: { type: 'string', description: 'The schema after them, in protobuf’s text format' },
        statistics: {
          type: ['string', 'null'],
          description: 'URI of the statistics that are held against it'
        }
      }
    }
  }
} as const;

/** What is to be shown at first. */
export function readOpening({ rows, edited }: ReadonlyPartialJSONObject): IOpening {
  return {
    ...(isObject(rows) && { rows: readRows(rows) }),
    ...(isObject(edited) && typeof edited.text === 'string' && { edited: readEdited(edited) })
  };
}

function readRows({ split, filter }: ReadonlyPartialJSONObject): IRowChoice {
  return { split: textOf(split), filter: textOf(filter) };
}

function readEdited({ text, statistics }: ReadonlyPartialJSONObject): ISchemaChoice {
  return { text: textOf(text), statistics: textOf(statistics) || null };
}

/** The artifacts that are named; empty where none is. */
export function readAddresses(args: ReadonlyPartialJSONObject): IArtifactAddress[] {
  const { artifacts } = args;
  return Array.isArray(artifacts)
    ? (artifacts as readonly ReadonlyPartialJSONValue[]).flatMap(readAddress)
    : [];
}

function readAddress(value: ReadonlyPartialJSONValue): IArtifactAddress[] {
  if (!isObject(value)) {
    return [];
  }
  const { uri, type, name, id } = value;
  return typeof uri === 'string' && uri !== ''
    ? [{ uri, type: textOf(type), name: textOf(name), id: typeof id === 'number' ? id : null }]
    : [];
}

function isObject(value: ReadonlyPartialJSONValue | undefined): value is ReadonlyPartialJSONObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
