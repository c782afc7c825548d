/** Fields that a proto2 message has, or does not say. */
import type { DescField, DescMessage, Message } from '@bufbuild/protobuf';
import { isFieldSet } from '@bufbuild/protobuf';

import type { Integer } from '../decode-integer';
import { exact } from '../decode-integer';

/**
 * A reader of a message's optional fields: null where the message does not say, though protobuf has a default.
 *
 * @param desc - The message's own.
 */
export function optional<M extends Message>(
  desc: DescMessage & { field: Record<string, DescField> },
  message: M
): <K extends keyof M & string>(name: K) => Optional<M[K]> {
  return name => {
    const value = message[name];
    const set = isFieldSet(message, desc.field[name]);
    return (!set ? null : typeof value === 'bigint' ? exact(value) : value) as Optional<
      typeof value
    >;
  };
}

type Optional<T> = (T extends bigint ? Integer : T) | null;
