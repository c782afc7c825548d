"""A small model that tells penguins apart."""

import tensorflow as tf
import tensorflow_transform as tft
from tfx import v1 as tfx
from tfx_bsl.public import tfxio

NUMBERS = ['bill_length_mm_xf', 'bill_depth_mm_xf', 'flipper_length_mm_xf', 'body_mass_g_xf']
VOCABULARIES = {'island_xf': 'island', 'sex_xf': 'sex'}
LABEL = 'species_xf'
EPOCHS = 20
BATCH_SIZE = 16


def run_fn(fn_args: tfx.components.FnArgs):
    """Trains the model and saves it: what Trainer calls."""
    tf.keras.utils.set_random_seed(1)
    transform = tft.TFTransformOutput(fn_args.transform_output)
    model = build_model(transform)
    model.fit(
        read(fn_args.train_files, fn_args.data_accessor, transform),
        epochs=EPOCHS,
        steps_per_epoch=fn_args.train_steps // EPOCHS,
        validation_data=read(fn_args.eval_files, fn_args.data_accessor, transform),
        validation_steps=fn_args.eval_steps,
        callbacks=[tf.keras.callbacks.TensorBoard(log_dir=fn_args.model_run_dir)],
        verbose=0,
    )
    save(model, transform, fn_args.serving_model_dir)


def build_model(transform):
    """A network with two hidden layers, over the numbers and the one-hot words."""
    inputs = {key: tf.keras.Input(shape=(1,), name=key) for key in NUMBERS}
    features = list(inputs.values())
    for key, vocabulary in VOCABULARIES.items():
        inputs[key] = tf.keras.Input(shape=(1,), name=key, dtype='int64')
        words = transform.vocabulary_size_by_name(vocabulary) + 1
        features.append(tf.keras.layers.CategoryEncoding(words, output_mode='one_hot')(inputs[key]))
    hidden = tf.keras.layers.Concatenate()(features)
    for _ in range(2):
        hidden = tf.keras.layers.Dense(16, activation='relu')(hidden)
    species = transform.vocabulary_size_by_name('species')
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(species, activation='softmax')(hidden))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(0.01),
        loss='sparse_categorical_crossentropy',
        metrics=['sparse_categorical_accuracy'],
    )
    return model


def read(files, data_accessor, transform):
    """The transformed examples in shuffled batches, for ever."""
    options = tfxio.TensorFlowDatasetOptions(batch_size=BATCH_SIZE, label_key=LABEL, shuffle_seed=1)
    return data_accessor.tf_dataset_factory(files, options, transform.transformed_metadata.schema).repeat()


def save(model, transform, folder):
    """Saves the model with what it can be asked: raw examples in, the species out."""
    transform_layer = transform.transform_features_layer()
    vocabulary = tf.constant([word.decode() for word in transform.vocabulary_by_name('species')])
    used = [*NUMBERS, *VOCABULARIES]
    raw_spec = transform.raw_feature_spec()
    serialized = tf.TensorSpec(shape=[None], dtype=tf.string, name='examples')

    @tf.function(input_signature=[serialized])
    def serve(examples):
        spec = {key: raw_spec[key] for key in [name.removesuffix('_xf') for name in used]}
        features = transform_layer(tf.io.parse_example(examples, spec))
        probabilities = model({key: features[key] for key in used})
        species = tf.gather(vocabulary, tf.argmax(probabilities, axis=1))
        return {'probabilities': probabilities, 'species': species}

    @tf.function(input_signature=[serialized])
    def transform_features(examples):
        return transform_layer(tf.io.parse_example(examples, raw_spec))

    saved = tf.Module()
    saved.transform_layer = transform_layer
    # As TensorFlow has them, whichever Keras made the model.
    saved.weights = serve.get_concrete_function().variables
    endpoints = {'serving_default': serve, 'transform_features': transform_features}
    tf.saved_model.save(saved, folder, signatures=endpoints)
