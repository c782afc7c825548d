"""A model of late flights: how it is tuned, trained and saved."""

import keras_tuner
import tensorflow as tf
import tensorflow_transform as tft
from tfx import v1 as tfx
from tfx_bsl.public import tfxio

NUMBERS = [
    *['distance_xf', 'temp_xf', 'humid_xf', 'wind_speed_xf', 'precip_xf', 'pressure_xf', 'visib_xf'],
    *['plane_year_xf', 'seats_xf'],
]
VOCABULARIES = {
    'carrier_xf': 'carrier',
    'origin_xf': 'origin',
    'dest_xf': 'dest',
    'weekday_xf': 'weekday',
    'manufacturer_xf': 'manufacturer',
}
HOUR = 'hour_xf'
HOURS = 8
LABEL = 'late_xf'
TRIALS = 3
EPOCHS = 5
BATCH_SIZE = 128


def tuner_fn(fn_args: tfx.components.FnArgs) -> tfx.components.TunerFnResult:
    """What to try: what Tuner calls."""
    transform = tft.TFTransformOutput(fn_args.transform_graph_path)
    tuner = keras_tuner.RandomSearch(
        lambda hyperparameters: build_model(hyperparameters, transform),
        max_trials=TRIALS,
        seed=1,
        hyperparameters=search_space(),
        objective=keras_tuner.Objective('val_auc', 'max'),
        directory=fn_args.working_dir,
        project_name='flights',
    )
    fit_arguments = {
        'x': read(fn_args.train_files, fn_args.data_accessor, transform),
        'steps_per_epoch': fn_args.train_steps,
        'validation_data': read(fn_args.eval_files, fn_args.data_accessor, transform),
        'validation_steps': fn_args.eval_steps,
        'verbose': 0,
    }
    return tfx.components.TunerFnResult(tuner=tuner, fit_kwargs=fit_arguments)


def run_fn(fn_args: tfx.components.FnArgs):
    """Trains the model and saves it: what Trainer calls."""
    tf.keras.utils.set_random_seed(1)
    transform = tft.TFTransformOutput(fn_args.transform_output)
    model = build_model(keras_tuner.HyperParameters.from_config(fn_args.hyperparameters), transform)
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


def search_space():
    """The hyperparameters, and what each may be."""
    hyperparameters = keras_tuner.HyperParameters()
    hyperparameters.Int('units', 16, 64, step=16, default=32)
    hyperparameters.Choice('learning_rate', [0.0005, 0.001, 0.003], default=0.001)
    return hyperparameters


def build_model(hyperparameters, transform):
    """Two hidden layers, over the numbers, the embedded words and the embedded hour."""
    inputs = {key: tf.keras.Input(shape=(1,), name=key) for key in NUMBERS}
    features = list(inputs.values())
    sizes = {key: transform.vocabulary_size_by_name(name) + 1 for key, name in VOCABULARIES.items()}
    for key, size in {**sizes, HOUR: HOURS}.items():
        inputs[key] = tf.keras.Input(shape=(1,), name=key, dtype='int64')
        embedded = tf.keras.layers.Embedding(size, 4)(inputs[key])
        features.append(tf.keras.layers.Flatten()(embedded))
    hidden = tf.keras.layers.Concatenate()(features)
    for _ in range(2):
        hidden = tf.keras.layers.Dense(hyperparameters.get('units'), activation='relu')(hidden)
        hidden = tf.keras.layers.Dropout(0.2)(hidden)
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, activation='sigmoid')(hidden))
    model.compile(
        optimizer=tf.keras.optimizers.Adam(hyperparameters.get('learning_rate')),
        loss='binary_crossentropy',
        metrics=[tf.keras.metrics.AUC(name='auc')],
    )
    return model


def read(files, data_accessor, transform):
    """The transformed examples in shuffled batches, for ever."""
    options = tfxio.TensorFlowDatasetOptions(batch_size=BATCH_SIZE, label_key=LABEL, shuffle_seed=1)
    return data_accessor.tf_dataset_factory(files, options, transform.transformed_metadata.schema).repeat()


def save(model, transform, folder):
    """Saves the model with what it can be asked: raw examples in, the probability of being late out."""
    transform_layer = transform.transform_features_layer()
    used = [*NUMBERS, *VOCABULARIES, HOUR]
    raw_spec = transform.raw_feature_spec()
    serialized = tf.TensorSpec(shape=[None], dtype=tf.string, name='examples')

    @tf.function(input_signature=[serialized])
    def serve(examples):
        spec = {key: raw_spec[key] for key in [name.removesuffix('_xf') for name in used]}
        features = transform_layer(tf.io.parse_example(examples, spec))
        return {'probability': model({key: features[key] for key in used})}

    @tf.function(input_signature=[serialized])
    def transform_features(examples):
        return transform_layer(tf.io.parse_example(examples, raw_spec))

    saved = tf.Module()
    saved.transform_layer = transform_layer
    # As TensorFlow has them, whichever Keras made the model.
    saved.weights = serve.get_concrete_function().variables
    endpoints = {'serving_default': serve, 'transform_features': transform_features}
    tf.saved_model.save(saved, folder, signatures=endpoints)
