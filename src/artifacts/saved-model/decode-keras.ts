/** What Keras 2 keeps of a model beside its SavedModel: JSON for each object, in keras_metadata.pb. */
import type { SavedMetadata } from '../../proto/generated/keras_metadata_pb';
import type { JsonRecord } from '../decode-json';
import { isRecord, listIn, parsePythonJson, textIn } from '../decode-json';
import type { IKerasLayer, IKerasModel, Shape } from './saved-model';

/** Objects that are models, and layers. */
const MODELS = new Set(['_tf_keras_network', '_tf_keras_sequential', '_tf_keras_model']);
const LAYERS = new Set([
  ...MODELS,
  ...['_tf_keras_layer', '_tf_keras_input_layer', '_tf_keras_rnn_layer']
]);
/** Settings that each layer has, or that are shown elsewhere. */
const COMMON = new Set(['name', 'trainable', 'dtype', 'batch_input_shape', 'sparse', 'ragged']);

/** The model at the top; null where the file has none. */
export function decodeKeras({ nodes }: SavedMetadata, what: string): IKerasModel | null {
  const root = nodes.find(
    ({ identifier, nodePath }) => MODELS.has(identifier) && (nodePath === 'root' || nodePath === '')
  );
  if (!root) {
    return null;
  }
  const model = recordOf(root.metadata, what);
  const training = recordIn(model, 'training_config');
  const optimizer = recordIn(training, 'optimizer_config');
  return {
    name: textIn(model, 'name') ?? '',
    kind: textIn(model, 'class_name') ?? '',
    version: textIn(model, 'keras_version'),
    loss: nameOf(training.loss),
    optimizer: nameOf(optimizer.class_name),
    layers: nodes
      .filter(
        ({ identifier, nodePath }) =>
          LAYERS.has(identifier) && /^root\.layer(_with_weights)?-\d+$/.test(nodePath)
      )
      .map(({ metadata }) => layerOf(recordOf(metadata, what)))
      .sort(inOrderOf(layerNames(model)))
  };
}

/** Layers' names as the model lists them: its objects are in another order. */
function layerNames(model: JsonRecord): readonly string[] {
  return listIn(recordIn(model, 'config'), 'layers').flatMap(layer => {
    const record = isRecord(layer) ? layer : {};
    return textIn(record, 'name') ?? textIn(recordIn(record, 'config'), 'name') ?? [];
  });
}

function inOrderOf(names: readonly string[]): (a: IKerasLayer, b: IKerasLayer) => number {
  const places = new Map(names.map((name, index) => [name, index]));
  const place = ({ name }: IKerasLayer): number => places.get(name) ?? names.length;
  return (a, b) => place(a) - place(b);
}

function layerOf(json: JsonRecord): IKerasLayer {
  const config = recordIn(json, 'config');
  return {
    name: textIn(json, 'name') ?? textIn(config, 'name') ?? '',
    kind: textIn(json, 'class_name') ?? '',
    input: shapeIn(json.build_input_shape) ?? shapeIn(json.batch_input_shape),
    trainable: json.trainable !== false,
    settings: Object.entries(config).flatMap(([name, value]) =>
      !COMMON.has(name) && (typeof value === 'number' || typeof value === 'string')
        ? [[name, String(value)] as const]
        : []
    )
  };
}

/** `{class_name: 'TensorShape', items: [null, 4]}`, or a list. */
function shapeIn(value: unknown): Shape {
  const items: unknown = isRecord(value) ? value.items : value;
  return Array.isArray(items) && items.every(item => item === null || typeof item === 'number')
    ? items
    : null;
}

/** A name, or that of a serialized object: Keras has both. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') {
    return value.replace(/^Custom>/, '');
  }
  return isRecord(value)
    ? (textIn(recordIn(value, 'config'), 'name') ?? textIn(value, 'class_name'))
    : null;
}

function recordIn(record: JsonRecord, key: string): JsonRecord {
  const value = record[key];
  return isRecord(value) ? value : {};
}

function recordOf(metadata: string, what: string): JsonRecord {
  const json = parsePythonJson(metadata, what);
  return isRecord(json) ? json : {};
}
