/** Domains that differ. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { fingerprint, same } from './compute-same';
import { changed } from './diff-property';
import type { IDomain, ISchema } from './schema';
import { domainWords, quotedList } from './schema-words';

/** The schema's own domains by name. */
export function namedIn({ domains }: ISchema): (name: string) => IDomain | null {
  const byName = new Map<string, IDomain>();
  for (const domain of domains) {
    if ('name' in domain && !byName.has(domain.name)) {
      byName.set(domain.name, domain);
    }
  }
  return name => byName.get(name) ?? null;
}

/** The domain that is meant: that of the name, where one is named. */
export function resolved(
  domain: IDomain | null,
  named: (name: string) => IDomain | null
): IDomain | null {
  return domain?.kind === 'named' ? (named(domain.name) ?? domain) : domain;
}

/** What differs between two domains; their names and the order of values do not count. */
export function domainSentence(
  old: IDomain | null,
  now: IDomain | null,
  trans: TranslationBundle
): string[] {
  if (same(meaning(old), meaning(now))) {
    return [];
  }
  if (old?.kind === 'string' && now?.kind === 'string') {
    const [was, is] = [new Set(old.values), new Set(now.values)];
    const more = now.values.filter(value => !was.has(value));
    const gone = old.values.filter(value => !is.has(value));
    const sentences = [];
    if (more.length > 0) {
      sentences.push(
        trans._n('%1 new value: %2.', '%1 new values: %2.', more.length, quotedList(more, trans))
      );
    }
    if (gone.length > 0) {
      sentences.push(
        trans._n('%1 value gone: %2.', '%1 values gone: %2.', gone.length, quotedList(gone, trans))
      );
    }
    if (sentences.length > 0) {
      return sentences;
    }
  }
  const words = (domain: IDomain | null) => domainWords(domain, () => null, trans);
  return [changed(trans.__('Domain'), words(old), words(now), trans)];
}

/** A text that is the same for domains that hold the same, whatever they are called. */
export function domainFingerprint(domain: IDomain): string {
  return fingerprint(meaning(domain));
}

function meaning(domain: IDomain | null): unknown {
  switch (domain?.kind) {
    case 'string':
      return { ...domain, name: '', values: [...domain.values].sort() };
    case 'int':
    case 'float':
    case 'bool':
      return { ...domain, name: '' };
    default:
      return domain;
  }
}
