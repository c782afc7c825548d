/** Features that differ. */
import type { TranslationBundle } from '@jupyterlab/translation';

import { domainSentence, resolved } from './diff-domain';
import type { IProperty } from './diff-property';
import { propertySentences } from './diff-property';
import type { IDomain, ISchemaFeature } from './schema';
import {
  annotationWords,
  comparatorWords,
  domainWords,
  environmentWords,
  lifecycleWords,
  massWords,
  presenceWords,
  quotedList,
  sequenceWords,
  uniqueWords,
  valencyWords
} from './schema-words';

type Named = (name: string) => IDomain | null;

const PROPERTIES: readonly IProperty<ISchemaFeature>[] = [
  {
    label: trans => trans.__('Type'),
    of: ({ type }) => type,
    words: ({ type }) => type ?? ''
  },
  {
    label: trans => trans.__('Presence'),
    of: ({ presence, required }) => [
      required,
      Number(presence?.minCount ?? 0),
      presence?.minFraction ?? 0
    ],
    words: (feature, trans) => presenceWords(feature, trans, true)
  },
  {
    label: trans => trans.__('Values per example'),
    of: ({ shape, valueCounts }) => [shape, valueCounts],
    words: (feature, trans) => valencyWords(feature, trans)
  },
  {
    label: trans => trans.__('Share of values in the domain'),
    of: ({ minDomainMass }) => minDomainMass,
    words: ({ minDomainMass }, trans) => massWords(minDomainMass, trans)
  },
  {
    label: trans => trans.__('Different values'),
    of: ({ unique }) => unique,
    words: ({ unique }, trans) => uniqueWords(unique, trans)
  },
  {
    label: trans => trans.__('Drift'),
    of: ({ drift }) => drift,
    words: ({ drift }, trans) => comparatorWords(drift, trans)
  },
  {
    label: trans => trans.__('Skew'),
    of: ({ skew }) => skew,
    words: ({ skew }, trans) => comparatorWords(skew, trans)
  },
  {
    label: trans => trans.__('Environments'),
    of: ({ inEnvironments, notInEnvironments }) => [
      [...inEnvironments].sort(),
      [...notInEnvironments].sort()
    ],
    words: (feature, trans) => environmentWords(feature, trans)
  },
  {
    label: trans => trans.__('Lifecycle'),
    of: ({ lifecycleStage, deprecated }) => (deprecated ? 'DEPRECATED' : lifecycleStage),
    words: (feature, trans) => lifecycleWords(feature, trans)
  },
  {
    label: trans => trans.__('Sequence'),
    of: ({ sequence }) => sequence,
    words: ({ sequence }, trans) => sequenceWords(sequence, trans)
  },
  {
    label: trans => trans.__('Derived from'),
    of: ({ derivedFrom }) => derivedFrom,
    words: ({ derivedFrom }, trans) =>
      quotedList(derivedFrom?.paths.map(path => path.join('.')) ?? [], trans)
  },
  {
    label: trans => trans.__('Annotation'),
    of: ({ annotation }) => annotation,
    words: ({ annotation }, trans) => annotationWords(annotation, trans)
  }
];

/** What differs between two features of one path; what is nested in them is told of by itself. */
export function featureSentences(
  old: ISchemaFeature,
  now: ISchemaFeature,
  wasNamed: Named,
  isNamed: Named,
  trans: TranslationBundle
): readonly string[] {
  const sameName =
    old.domain?.kind === 'named' &&
    now.domain?.kind === 'named' &&
    old.domain.name === now.domain.name;
  return [
    ...propertySentences(PROPERTIES, old, now, trans),
    // What is in the domain of that name is told of there.
    ...(sameName
      ? []
      : domainSentence(resolved(old.domain, wasNamed), resolved(now.domain, isNamed), trans))
  ];
}

/** A feature in a line. */
export function featureSummary(
  feature: ISchemaFeature,
  named: Named,
  trans: TranslationBundle
): string {
  return [
    feature.type ?? '',
    presenceWords(feature, trans),
    valencyWords(feature, trans),
    domainWords(feature.domain, named, trans)
  ]
    .filter(words => words !== '')
    .join('; ');
}
