"""Statistics: a row for each feature."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content, loaded, records

_NAMES = r"FeatureStats\.pb|stats_tfrecord|FeatureStats.*-\d+-of-\d+"
_HEAD = (
    *("Feature", "Type", "Count", "Missing", "Mean", "Std dev", "Zeros", "Min", "Median", "Max"),
    *("Unique", "Top value"),
)


def statistics(content: Content) -> Iterator[Table]:
    """Yield a table for each split, or each dataset of one."""
    for split, paths in content.by_split(_NAMES).items():
        for dataset in _datasets(content, paths):
            names = [name for name in (split, dataset.name) if name]
            # TFDV names a dataset that has no name so.
            title = " ".join(name for name in names if name != "__default_dataset__")
            examples = f"{dataset.num_examples} examples"
            yield Table(
                f"{title}: {examples}" if title else examples,
                _HEAD,
                [_row(feature) for feature in dataset.features[:100]],
                max(0, len(dataset.features) - 100),
            )


def _datasets(content: Content, paths: list[str]) -> list[Any]:
    """Return the datasets of a split; parts that shards have of one are put together."""
    kind = loaded("tensorflow_metadata.proto.v0.statistics_pb2").DatasetFeatureStatisticsList
    whole = [path for path in paths if path.endswith("FeatureStats.pb")]
    if whole:
        message = content.message(whole[0], kind)
        return [] if message is None else list(message.datasets)
    datasets: dict[str, Any] = {}
    features: dict[tuple[str, str, tuple[str, ...]], Any] = {}
    for path in paths:
        for record in records(content.most(path)):
            for part in kind.FromString(record).datasets:
                dataset = datasets.setdefault(part.name, type(part)(name=part.name))
                dataset.num_examples = part.num_examples or dataset.num_examples
                for piece in part.features:
                    key = (part.name, piece.name, tuple(piece.path.step))
                    if key not in features:
                        features[key] = dataset.features.add()
                    features[key].MergeFrom(piece)
    return list(datasets.values())


def _row(feature: Any) -> tuple[Cell, ...]:
    name = ".".join(feature.path.step) or feature.name
    row: tuple[Cell, ...] = (name, type(feature).Type.Name(feature.type))
    kind = feature.WhichOneof("stats")
    if kind is None:
        return (*row, *[None] * 10)
    figures = getattr(feature, kind)
    row = (*row, figures.common_stats.num_non_missing, figures.common_stats.num_missing)
    if kind == "num_stats":
        return (
            *row,
            *(figures.mean, figures.std_dev, figures.num_zeros),
            *(figures.min, figures.median, figures.max),
            *(None, None),
        )
    unique = figures.unique if kind in ("string_stats", "bytes_stats") else None
    top = None
    if kind == "string_stats" and figures.top_values:
        top = f"{figures.top_values[0].value} ({figures.top_values[0].frequency:g})"
    return (*row, *[None] * 6, unique, top)
