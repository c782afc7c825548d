/** What differs between two schemas, by meaning: order and writing do not count. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { same } from './compute-same';
import { datasetSentences } from './diff-dataset';
import { featureSentences, featureSummary } from './diff-feature';
import { domainFingerprint, domainSentence, namedIn } from './diff-domain';
import type { IDomain, ISchema, ISchemaFeature, ISparseFeature, IWeightedFeature } from './schema';
import { domainWords, quoted } from './schema-words';

/** What was done to one part of a schema. */
export interface ISchemaChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly what: 'feature' | 'sparse' | 'weighted' | 'domain' | 'dataset';
  /** Names from the top down to a feature; a domain's name; empty for the dataset. */
  readonly path: readonly string[];
  /** What is different; for a part that was added, what it is. */
  readonly sentences: readonly string[];
}

/** Changes from one schema to another: features in their order, then domains, then the dataset. */
export function schemaChanges(
  before: ISchema,
  after: ISchema,
  trans: TranslationBundle
): readonly ISchemaChange[] {
  if (before === after) {
    return [];
  }
  const [was, is] = [flattened(before), flattened(after)];
  const [wasNamed, isNamed] = [namedIn(before), namedIn(after)];
  return [
    ...changesOf('feature', was.features, is.features, {
      summary: (feature, there) =>
        featureSummary(feature, there === 'after' ? isNamed : wasNamed, trans),
      sentences: (old, now) => featureSentences(old, now, wasNamed, isNamed, trans)
    }),
    ...changesOf('sparse', was.sparse, is.sparse, {
      summary: feature => sparseWords(feature, trans),
      sentences: (old, now) =>
        same(old, now)
          ? []
          : [trans.__('It is %1; it was %2.', sparseWords(now, trans), sparseWords(old, trans))]
    }),
    ...changesOf('weighted', was.weighted, is.weighted, {
      summary: feature => weightedWords(feature, trans),
      sentences: (old, now) =>
        same(old, now)
          ? []
          : [trans.__('It is %1; it was %2.', weightedWords(now, trans), weightedWords(old, trans))]
    }),
    ...domainChanges(was.domains, is.domains, trans),
    ...datasetChanges(before, after, trans)
  ];
}

/** Everything that has a name, by path. */
interface IFlat {
  readonly features: ReadonlyMap<string, IPart<ISchemaFeature>>;
  readonly sparse: ReadonlyMap<string, IPart<ISparseFeature>>;
  readonly weighted: ReadonlyMap<string, IPart<IWeightedFeature>>;
  readonly domains: ReadonlyMap<string, IPart<IDomain>>;
}

interface IPart<T> {
  readonly path: readonly string[];
  readonly part: T;
}

function flattened(schema: ISchema): IFlat {
  const features = new Map<string, IPart<ISchemaFeature>>();
  const sparse = new Map<string, IPart<ISparseFeature>>();
  const walk = (feature: ISchemaFeature): void => {
    put(features, feature.path, feature);
    feature.sparseFeatures.forEach(each => put(sparse, each.path, each));
    feature.features.forEach(walk);
  };
  schema.features.forEach(walk);
  schema.sparseFeatures.forEach(each => put(sparse, each.path, each));
  const weighted = new Map<string, IPart<IWeightedFeature>>();
  schema.weightedFeatures.forEach(each => put(weighted, [each.name], each));
  const domains = new Map<string, IPart<IDomain>>();
  schema.domains.forEach(each => put(domains, ['name' in each ? each.name : ''], each));
  return { features, sparse, weighted, domains };
}

/** Two of one name, which a schema should not have, are told apart by their order. */
function put<T>(parts: Map<string, IPart<T>>, path: readonly string[], part: T): void {
  let key = JSON.stringify(path);
  while (parts.has(key)) {
    key += '′';
  }
  parts.set(key, { path, part });
}

function changesOf<T>(
  what: ISchemaChange['what'],
  was: ReadonlyMap<string, IPart<T>>,
  is: ReadonlyMap<string, IPart<T>>,
  words: {
    /** What a part is that is in one of both schemas only. */
    readonly summary: (part: T, there: 'before' | 'after') => string;
    readonly sentences: (old: T, now: T) => readonly string[];
  }
): ISchemaChange[] {
  const changes: ISchemaChange[] = [];
  for (const [key, { path, part }] of is) {
    const old = was.get(key);
    if (!old) {
      changes.push({ kind: 'added', what, path, sentences: told(words.summary(part, 'after')) });
    } else if (old.part !== part) {
      const sentences = words.sentences(old.part, part);
      if (sentences.length > 0) {
        changes.push({ kind: 'changed', what, path, sentences });
      }
    }
  }
  for (const [key, { path, part }] of was) {
    if (!is.has(key)) {
      changes.push({ kind: 'removed', what, path, sentences: told(words.summary(part, 'before')) });
    }
  }
  return changes;
}

function told(summary: string): readonly string[] {
  return summary === '' ? [] : [summary];
}

/** One that is gone and one that is new and the same is one that has another name. */
function domainChanges(
  was: ReadonlyMap<string, IPart<IDomain>>,
  is: ReadonlyMap<string, IPart<IDomain>>,
  trans: TranslationBundle
): ISchemaChange[] {
  const gone = new Map<string, IPart<IDomain>[]>();
  for (const [key, old] of was) {
    if (!is.has(key)) {
      const held = domainFingerprint(old.part);
      gone.set(held, [...(gone.get(held) ?? []), old]);
    }
  }
  const renamed = new Map<string, IPart<IDomain>>();
  for (const [key, { part }] of is) {
    const old = was.has(key) ? undefined : gone.get(domainFingerprint(part))?.shift();
    if (old) {
      renamed.set(key, old);
    }
  }
  const names = new Set(renamed.values());
  const changes = changesOf(
    'domain',
    new Map([...was].filter(([, old]) => !names.has(old))),
    new Map([...is].filter(([key]) => !renamed.has(key))),
    {
      summary: domain => domainWords(domain, () => null, trans),
      sentences: (old, now) => domainSentence(old, now, trans)
    }
  );
  return [
    ...[...renamed].map(([key, { path }]): ISchemaChange => ({
      kind: 'changed',
      what: 'domain',
      path: is.get(key)?.path ?? [],
      sentences: [trans.__('Another name: it was %1.', quoted(path.join('.')))]
    })),
    ...changes
  ];
}

function sparseWords(feature: ISparseFeature, trans: TranslationBundle): string {
  return trans.__(
    'indices %1, value %2',
    feature.indexFeatures.map(quoted).join(', '),
    quoted(feature.valueFeature)
  );
}

function weightedWords(feature: IWeightedFeature, trans: TranslationBundle): string {
  return trans.__(
    '%1, weighted by %2',
    quoted(feature.feature.join('.')),
    quoted(feature.weight.join('.'))
  );
}

function datasetChanges(
  before: ISchema,
  after: ISchema,
  trans: TranslationBundle
): ISchemaChange[] {
  const sentences = datasetSentences(before, after, trans);
  return sentences.length > 0 ? [{ kind: 'changed', what: 'dataset', path: [], sentences }] : [];
}
