/** Which names of the `tfx` package make what: components, importers, resolvers, contexts. */
import type { ISourceNode } from '../source-graph';

/** Classes of TFX 1.x that make a component, under whatever module they are imported from. */
const COMPONENTS = new Set([
  ...[
    'BigQueryExampleGen',
    'CsvExampleGen',
    'FileBasedExampleGen',
    'ImportExampleGen',
    'PrestoExampleGen'
  ],
  ...[
    'AvroExampleGen',
    'ParquetExampleGen',
    'StatisticsGen',
    'SchemaGen',
    'ImportSchemaGen',
    'ExampleValidator'
  ],
  ...[
    'DistributionValidator',
    'ExampleDiff',
    'Transform',
    'Tuner',
    'Trainer',
    'GenericTrainer',
    'Evaluator'
  ],
  ...['ModelValidator', 'InfraValidator', 'Pusher', 'BulkInferrer']
]);

/** Base classes whose subclasses are components. */
const BASES = new Set([
  'BaseComponent',
  'BaseBeamComponent',
  'FileBasedExampleGen',
  'QueryBasedExampleGen',
  'BaseNode'
]);

/** Arguments that name a Python file whose code the component runs. */
export const MODULE_ARGUMENTS: ReadonlySet<string> = new Set([
  'module_file',
  'module_path',
  'udf_module_file'
]);

/** True for a dotted path into TFX. */
export function isTfx(path: string): boolean {
  return path === 'tfx' || path.startsWith('tfx.');
}

/** What a call of a dotted path makes: a kind of node; null for anything else. */
export function madeBy(path: string): { type: string; kind: ISourceNode['kind'] } | null {
  if (!isTfx(path)) {
    return null;
  }
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (name === 'Importer' || name === 'ImporterNode') {
    return { type: name, kind: 'importer' };
  }
  if (name === 'Resolver' || name === 'ResolverNode') {
    return { type: name, kind: 'resolver' };
  }
  return COMPONENTS.has(name) ? { type: name, kind: 'component' } : null;
}

/** A base class of components, TFX's own or a component that is extended. */
export function isComponentBase(path: string): boolean {
  const name = path.slice(path.lastIndexOf('.') + 1);
  return isTfx(path) && (BASES.has(name) || COMPONENTS.has(name));
}

/** The decorator that makes a function a component. */
export function isComponentDecorator(path: string): boolean {
  return isTfx(path) && /(^|\.)component$/.test(path);
}

/** `create_container_component`: its result is a component class. */
export function isContainerFactory(path: string): boolean {
  return isTfx(path) && path.endsWith('.create_container_component');
}

/** InteractiveContext, under each of its paths. */
export function isContextClass(path: string): boolean {
  return isTfx(path) && path.endsWith('.InteractiveContext');
}

/** `Cond`: what is declared under it runs where its predicate holds. */
export function isCondition(path: string): boolean {
  return isTfx(path) && path.endsWith('.Cond');
}

/** `union([...])` of channels. */
export function isUnion(path: string): boolean {
  return isTfx(path) && path.endsWith('.union');
}

/** Names of positional parameters, for the components that are called with them. */
export const POSITIONAL: Readonly<Record<string, readonly string[]>> = {
  CsvExampleGen: ['input_base'],
  ImportExampleGen: ['input_base'],
  StatisticsGen: ['examples', 'schema'],
  SchemaGen: ['statistics', 'infer_feature_shape'],
  ImportSchemaGen: ['schema_file'],
  ExampleValidator: ['statistics', 'schema'],
  Transform: ['examples', 'schema', 'module_file'],
  Trainer: ['examples', 'transformed_examples', 'transform_graph', 'schema'],
  Tuner: ['examples', 'schema', 'transform_graph', 'module_file'],
  Evaluator: ['examples', 'model', 'baseline_model'],
  InfraValidator: ['model', 'serving_spec', 'examples'],
  Pusher: ['model', 'model_blessing', 'infra_blessing', 'push_destination'],
  BulkInferrer: ['examples', 'model', 'model_blessing'],
  Importer: ['source_uri', 'artifact_type'],
  Resolver: ['strategy_class']
};
