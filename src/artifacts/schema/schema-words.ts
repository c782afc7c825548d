/** Parts of a schema in words. Where the file does not say, they are empty. */
import type { TranslationBundle } from '@jupyterlab/translation';

import type { Integer } from '../decode-integer';
import type { Measure } from './edit';
import type {
  IAnnotation,
  IBounds,
  IComparator,
  IDimension,
  IDomain,
  IFractions,
  ISchemaFeature,
  ISequence
} from './schema';

/** Characters of a name or a value in a sentence, at most. */
const LONGEST = 80;
/** Values of a list in a sentence, at most. */
const SEVERAL = 10;

/** Text of the data in a sentence: marked, cut, and apart from the direction of what is around it. */
export function quoted(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return `“\u2068${cut}\u2069”`;
}

/** Some texts of the data, and how many more. */
export function quotedList(texts: readonly string[], trans: TranslationBundle): string {
  const shown = texts.slice(0, SEVERAL).map(quoted).join(', ');
  const more = texts.length - SEVERAL;
  return more > 0 ? trans._n('%2 and %1 more', '%2 and %1 more', more, shown) : shown;
}

/** A figure exactly, with no more digits than it takes. */
export function exactly(value: Integer): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  }
  return String(value).replace('-', '−');
}

/** A float of 32 bits, with the digits that tell it from its neighbours. */
export function shortestSingle(value: number): number {
  for (let digits = 6; digits < 9; digits++) {
    const rounded = Number(value.toPrecision(digits));
    if (Math.fround(rounded) === value) {
      return rounded;
    }
  }
  return value;
}

/** A share from 0 to 1 as percent, exactly. */
export function exactPercent(share: number, trans: TranslationBundle): string {
  return trans.__('%1 %', Number((share * 100).toPrecision(14)));
}

/**
 * In how many examples a feature must be.
 *
 * @param exact - Tells of the one example at least that every share of them means anyway.
 */
export function presenceWords(
  { presence, required }: Pick<ISchemaFeature, 'presence' | 'required'>,
  trans: TranslationBundle,
  exact = false
): string {
  if (required !== null) {
    return required ? trans.__('wherever its group is') : trans.__('optional in its group');
  }
  const { minFraction = null, minCount = null } = presence ?? {};
  const share =
    minFraction === null || minFraction === 0
      ? ''
      : minFraction === 1
        ? trans.__('all examples')
        : trans.__('at least %1 of examples', exactPercent(minFraction, trans));
  const number =
    minCount === null ||
    Number(minCount) === 0 ||
    (!exact && share !== '' && Number(minCount) === 1)
      ? ''
      : trans._n('at least %1 example', 'at least %1 examples', Number(minCount));
  return [share, number].filter(words => words !== '').join(', ');
}

/** How many values an example has. */
export function valencyWords(
  { shape, valueCounts }: Pick<ISchemaFeature, 'shape' | 'valueCounts'>,
  trans: TranslationBundle
): string {
  if (shape) {
    const one = shape.every(({ size, name }) => Number(size) === 1 && name === '');
    return one && shape.length <= 1
      ? trans.__('1 value (fixed shape)')
      : trans.__('shape %1', shapeWords(shape));
  }
  return valueCounts.length === 1
    ? countWords(valueCounts[0], trans)
    : valueCounts
        .map((bounds, level) => trans.__('level %1: %2', level + 1, countWords(bounds, trans)))
        .join(', ');
}

function countWords(bounds: IBounds, trans: TranslationBundle): string {
  const { min, max } = bounds;
  if (min === null && max === null) {
    return trans.__('any number of values');
  }
  return min !== null && min === max
    ? trans._n('%1 value', '%1 values', Number(min))
    : trans.__('%1 values', boundsWords(bounds, trans));
}

/** `2 × 3`, with the names of what has one. */
export function shapeWords(shape: readonly IDimension[]): string {
  return `[${shape.map(({ size, name }) => (name ? `${name}: ${size}` : String(size))).join(' × ')}]`;
}

/** `1 to 3`, `at least 1`; empty where there is neither. */
export function boundsWords(
  { min, max }: { readonly min: Integer | null; readonly max: Integer | null },
  trans: TranslationBundle,
  write: (value: Integer) => string = exactly
): string {
  if (min !== null && max !== null) {
    return min === max ? write(min) : trans.__('%1 to %2', write(min), write(max));
  }
  return min !== null
    ? trans.__('at least %1', write(min))
    : max !== null
      ? trans.__('at most %1', write(max))
      : '';
}

/** What a feature's values may be; a named domain by what it holds, where it is known. */
export function domainWords(
  domain: IDomain | null,
  named: (name: string) => IDomain | null,
  trans: TranslationBundle
): string {
  switch (domain?.kind) {
    case undefined:
      return '';
    case 'named': {
      const held = named(domain.name);
      return held
        ? trans.__(
            '%1: %2',
            quoted(domain.name),
            domainWords(held, () => null, trans)
          )
        : trans.__('%1, which the schema does not have', quoted(domain.name));
    }
    case 'int':
      return joined(
        boundsWords(domain, trans) || trans.__('any integer'),
        domain.categorical && trans.__('categorical')
      );
    case 'float':
      return joined(
        boundsWords(domain, trans, value => exactly(shortestSingle(Number(value)))) ||
          trans.__('any number'),
        domain.disallowNaN && trans.__('no NaN'),
        domain.disallowInf && trans.__('no infinity'),
        domain.categorical && trans.__('categorical'),
        domain.embedding && trans.__('an embedding'),
        domain.embeddingDim !== null && trans.__('of %1 dimensions', exactly(domain.embeddingDim)),
        domain.embeddingType !== null && quoted(domain.embeddingType)
      );
    case 'string':
      return joined(
        domain.values.length === 0
          ? trans.__('no values')
          : trans._n(
              '%1 value: %2',
              '%1 values: %2',
              domain.values.length,
              quotedList(domain.values, trans)
            ),
        domain.categorical === false && trans.__('not categorical')
      );
    case 'bool':
      return domain.trueValue === null && domain.falseValue === null
        ? trans.__('true or false')
        : trans.__(
            '%1 for true, %2 for false',
            quoted(domain.trueValue ?? ''),
            quoted(domain.falseValue ?? '')
          );
    case 'struct':
      return trans.__('features');
    case 'language':
      return joined(
        trans.__('natural language'),
        domain.vocabulary !== null && trans.__('vocabulary %1', quoted(domain.vocabulary)),
        domain.coverage !== null &&
          domain.coverage.minCoverage !== null &&
          trans.__(
            '%1 of tokens in the vocabulary',
            exactPercent(shortestSingle(domain.coverage.minCoverage), trans)
          )
      );
    case 'image':
      return joined(
        trans.__('images'),
        domain.minSupportedFraction !== null &&
          trans.__('%1 readable', exactPercent(shortestSingle(domain.minSupportedFraction), trans)),
        domain.maxByteSize !== null && trans.__('at most %1 bytes', exactly(domain.maxByteSize))
      );
    case 'mid':
      return trans.__('identifiers of the Knowledge Graph');
    case 'url':
      return trans.__('URLs');
    case 'time':
      return joined(trans.__('times'), domain.format);
    case 'timeOfDay':
      return joined(trans.__('times of day'), domain.format);
  }
}

/** Where a feature is other than in the default environments. */
export function environmentWords(
  {
    inEnvironments,
    notInEnvironments
  }: Pick<ISchemaFeature, 'inEnvironments' | 'notInEnvironments'>,
  trans: TranslationBundle
): string {
  return joined(
    inEnvironments.length > 0 && trans.__('in %1', quotedList(inEnvironments, trans)),
    notInEnvironments.length > 0 && trans.__('not in %1', quotedList(notInEnvironments, trans))
  );
}

/** A distance's name. */
export function measureWords(measure: Measure, trans: TranslationBundle): string {
  switch (measure) {
    case 'infinityNorm':
      return trans.__('L-infinity distance');
    case 'jensenShannon':
      return trans.__('Jensen–Shannon divergence');
    case 'normalizedAbsDifference':
      return trans.__('normalized absolute difference');
  }
}

/** The limits of a comparator. */
export function comparatorWords(comparator: IComparator | null, trans: TranslationBundle): string {
  if (!comparator) {
    return '';
  }
  const limit = (measure: Measure, source: string | null = null) => {
    const threshold = comparator[measure];
    const words =
      threshold === null
        ? null
        : trans.__('%1 at most %2', measureWords(measure, trans), exactly(threshold));
    return words !== null && source !== null ? trans.__('%1 (of %2)', words, source) : words;
  };
  return joined(
    limit('infinityNorm'),
    limit('jensenShannon', comparator.jensenShannonSource),
    limit('normalizedAbsDifference')
  );
}

/** A stage of a feature's life; the older mark of a deprecated one says the same. */
export function lifecycleWords(
  { lifecycleStage, deprecated }: Pick<ISchemaFeature, 'lifecycleStage' | 'deprecated'>,
  trans: TranslationBundle
): string {
  switch (deprecated ? 'DEPRECATED' : lifecycleStage) {
    case null:
      return '';
    case 'PLANNED':
      return trans.__('planned');
    case 'ALPHA':
      return trans.__('alpha');
    case 'BETA':
      return trans.__('beta');
    case 'PRODUCTION':
      return trans.__('production');
    case 'DEPRECATED':
      return trans.__('deprecated');
    case 'DEBUG_ONLY':
      return trans.__('for debugging only');
    case 'DISABLED':
      return trans.__('disabled');
    case 'VALIDATION_DERIVED':
      return trans.__('derived for validation');
    default:
      return trans.__('of unknown stage');
  }
}

/** How many different values there are. */
export function uniqueWords(unique: IBounds | null, trans: TranslationBundle): string {
  const bounds = unique ? boundsWords(unique, trans) : '';
  return bounds && trans.__('%1 different values', bounds);
}

/** How much of the values must be in the domain. */
export function massWords(share: number | null, trans: TranslationBundle): string {
  return share === null ? '' : trans.__('%1 in the domain', exactPercent(share, trans));
}

/** Tags and comments of people and tools. */
export function annotationWords(annotation: IAnnotation | null, trans: TranslationBundle): string {
  if (!annotation) {
    return '';
  }
  const { tags, comments, extra } = annotation;
  return joined(
    tags.length > 0 && trans.__('tagged %1', quotedList(tags, trans)),
    comments.length > 0 && quotedList(comments, trans),
    extra.length > 0 &&
      quotedList(
        extra.map(({ typeUrl }) => typeUrl),
        trans
      )
  );
}

/** What is known of values in order. */
export function sequenceWords(sequence: ISequence | null, trans: TranslationBundle): string {
  if (!sequence) {
    return '';
  }
  const { status, jointGroup, truncationLimit } = sequence;
  return joined(
    status === 'SEQUENTIAL_NO' ? trans.__('not a sequence') : trans.__('a sequence'),
    jointGroup !== null && trans.__('together with %1', quoted(jointGroup)),
    truncationLimit !== null && trans.__('cut after %1', exactly(truncationLimit))
  );
}

/** How the number of examples may change. */
export function fractionsWords(fractions: IFractions | null, trans: TranslationBundle): string {
  return fractions
    ? boundsWords(fractions, trans, value => exactPercent(Number(value), trans))
    : '';
}

function joined(...words: readonly (string | false | null)[]): string {
  return words.filter(each => each !== null && each !== false && each !== '').join(', ');
}
