/** Arguments of commands: their schema, and how they are read. They come from anywhere, so they are looked at. */
import type { ReadonlyPartialJSONObject } from '@lumino/coreutils';

/** Schema of the commands that run something. */
export const runArguments = {
  type: 'object',
  properties: {
    component: {
      type: 'string',
      description: 'Id of the component; the selected one where it is left out'
    },
    confirmed: {
      type: 'boolean',
      description: 'Run the plan without showing it first'
    },
    execution: {
      type: 'number',
      description: 'Id of an execution in the metadata store'
    },
    context: {
      type: 'boolean',
      description: 'Take the component of the cell that holds the cursor'
    }
  }
} as const;

/** The component's id; null where it is not named. */
export function readComponent(args: ReadonlyPartialJSONObject): string | null {
  return readText(args, 'component');
}

/** Whether the plan need not be shown first. */
export function readConfirmed(args: ReadonlyPartialJSONObject): boolean {
  return args.confirmed === true;
}

/** A text argument; null where it is missing, empty or something else. */
export function readText(args: ReadonlyPartialJSONObject, name: string): string | null {
  const value = args[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A line number; undefined where it is missing. */
export function readLine(args: ReadonlyPartialJSONObject): number | undefined {
  return typeof args.line === 'number' && args.line >= 1 ? Math.floor(args.line) : undefined;
}
