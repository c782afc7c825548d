/** Copies of messages with something changed, so that those of before stay as they were. */
import type { DescMessage, Message, MessageShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';

import type { IUnknownText } from '../../proto/text-format';

/** Makes copies, and remembers of what: text that was kept beside a message goes with its copy. */
export class Copier {
  /**
   * A copy with some fields changed. What it holds is shared with the old one.
   *
   * @param patch - A field that is undefined there is not set in the copy.
   */
  changed<Desc extends DescMessage>(
    desc: Desc,
    old: MessageShape<Desc> | undefined,
    patch: Partial<MessageShape<Desc>>
  ): MessageShape<Desc> {
    const copy = Object.assign(create<DescMessage>(desc), old) as Message & Record<string, unknown>;
    for (const [name, value] of Object.entries(patch)) {
      if (value === undefined) {
        // What is not its own has protobuf's default, from its prototype.
        delete copy[name];
      } else {
        copy[name] = value;
      }
    }
    if (old) {
      this._copies.set(old, copy);
    }
    return copy as MessageShape<Desc>;
  }

  /** The texts beside the copies. */
  moved(unknown: readonly IUnknownText[]): readonly IUnknownText[] {
    return unknown.map(text => {
      const parent = this._copies.get(text.parent);
      return parent ? { ...text, parent } : text;
    });
  }

  private readonly _copies = new Map<Message, Message>();
}
