/** TFX's value types: what each holds. */

/** TFX's names of the types, and what they hold. */
const KINDS = {
  String: 'string',
  Integer: 'integer',
  Float: 'float',
  Boolean: 'boolean',
  Bytes: 'bytes',
  JsonValue: 'json'
} as const;

/** What a value artifact holds. */
export type ValueKind = (typeof KINDS)[keyof typeof KINDS];

/** What `annotate_as` puts behind a type's name: the annotations of `tfx.dsl.standard_annotations`. */
const ANNOTATIONS = ['', '_Dataset', '_Model', '_Statistics', '_Metrics'];

/** All names of value types. */
export const VALUE_TYPES: readonly string[] = Object.keys(KINDS).flatMap(name =>
  ANNOTATIONS.map(annotation => `${name}${annotation}`)
);

/** What a type holds; bytes where the type is none of TFX's. */
export function valueKind(type: string): ValueKind {
  const found = Object.entries(KINDS).find(
    ([name]) => type === name || type.startsWith(`${name}_`)
  );
  return found ? found[1] : 'bytes';
}
