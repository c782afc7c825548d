"""Schemas, what is wrong with data by them, and what a Transform makes of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...artifacts import Cell, Table
from .content import Content, loaded

#: Features that are looked at.
_MOST = 100
#: Values of a domain that are named.
_SEVERAL = 10


def schema(content: Content) -> Iterator[Table]:
    """Yield a schema's table."""
    for path in content.paths(r".*\.pbtxt") or content.paths(r".*"):
        yield _schema_table(content, path, "Features")


def transform_graph(content: Content) -> Iterator[Table]:
    """Yield the schemas before and after, and the vocabularies."""
    for path, title in (
        ("metadata/schema.pbtxt", "Features before"),
        ("transformed_metadata/schema.pbtxt", "Features after"),
    ):
        for there in content.paths(path):
            yield _schema_table(content, there, title)
    vocabularies: list[tuple[Cell, ...]] = []
    for path in content.paths("transform_fn/assets/[^/]+"):
        lines = content.most(path)
        count = lines.count(b"\n")
        name = path.rpartition("/")[2]
        vocabularies.append((name, f"more than {count}" if content.is_cut(path, lines) else count))
    if vocabularies:
        yield Table("Vocabularies", ("Vocabulary", "Terms"), vocabularies)


def anomalies(content: Content) -> Iterator[Table]:
    """Yield what is wrong in each split, and how far distributions are apart."""
    kind = loaded("tensorflow_metadata.proto.v0.anomalies_pb2").Anomalies
    for split, paths in content.by_split(r"SchemaDiff\.pb|anomalies\.pbtxt").items():
        if paths[0].endswith(".pbtxt"):
            message, _ = content.text_message(paths[0], kind)
        else:
            message = content.message(paths[0], kind)
        if message is not None:
            yield _anomaly_table(message, split)
            yield from _distances(message, split)


def _schema_table(content: Content, path: str, title: str) -> Table:
    kind = loaded("tensorflow_metadata.proto.v0.schema_pb2").Schema
    message, cut = content.text_message(path, kind)
    domains = {domain.name: domain for domain in message.string_domain}
    rows = list(_schema_rows(message.feature, "", domains))
    head = ("Feature", "Type", "Presence", "Values", "Domain")
    return Table(f"{title} (the beginning)" if cut else title, head, rows[:_MOST], max(0, len(rows) - _MOST))


def _schema_rows(features: Any, above: str, domains: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    for feature in features:
        name = f"{above}{feature.name}"
        kind = loaded("tensorflow_metadata.proto.v0.schema_pb2").FeatureType.Name(feature.type)
        yield name, kind, _presence(feature), _valency(feature), _domain(feature, domains)
        yield from _schema_rows(feature.struct_domain.feature, f"{name}.", domains)


def _presence(feature: Any) -> str:
    if feature.HasField("group_presence"):
        return "required in its group" if feature.group_presence.required else "optional in its group"
    parts = []
    if feature.presence.min_fraction:
        share = feature.presence.min_fraction
        parts.append("all examples" if share == 1 else f"at least {share * 100:.6g} % of examples")
    if feature.presence.min_count and not (parts and feature.presence.min_count == 1):
        examples = "example" if feature.presence.min_count == 1 else "examples"
        parts.append(f"at least {feature.presence.min_count} {examples}")
    return ", ".join(parts)


def _valency(feature: Any) -> str:
    if feature.HasField("shape"):
        return f"shape [{' × '.join(str(dim.size) for dim in feature.shape.dim)}]"
    counts = feature.value_counts.value_count if feature.HasField("value_counts") else []
    if feature.HasField("value_count"):
        counts = [feature.value_count]
    return ", ".join(_bounds(count) or "any number" for count in counts)


def _domain(feature: Any, domains: dict[str, Any]) -> str:
    kind = feature.WhichOneof("domain_info")
    if kind == "domain":
        name = feature.domain
        return f"{name}: {_values(domains[name])}" if name in domains else name
    if kind is None or kind == "struct_domain":
        return ""
    domain = getattr(feature, kind)
    if kind == "string_domain":
        return _values(domain)
    if kind == "int_domain":
        parts = (_bounds(domain), "categorical" if domain.is_categorical else "")
        return ", ".join(part for part in parts if part)
    if kind == "float_domain":
        return _bounds(domain)
    if kind == "bool_domain":
        return f"{domain.true_value or 'true'} or {domain.false_value or 'false'}"
    return str(kind).removesuffix("_domain").replace("_", " ")


def _values(domain: Any) -> str:
    shown = ", ".join(domain.value[:_SEVERAL])
    more = len(domain.value) - _SEVERAL
    return f"{shown} and {more} more" if more > 0 else shown


def _bounds(message: Any) -> str:
    """Return the ``min`` and ``max`` of a message in words."""
    low, high = (
        (f"{value:.6g}" if isinstance(value, float) else str(value)) if message.HasField(field) else ""
        for field, value in (("min", message.min), ("max", message.max))
    )
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"at least {low}" if low else f"at most {high}" if high else ""


def _anomaly_table(message: Any, split: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    if message.data_missing:
        rows.append(("All examples", "ERROR", "No data", "There are no examples to compare with the schema."))
    infos = (
        [("All examples", message.dataset_anomaly_info)] if message.HasField("dataset_anomaly_info") else []
    )
    for name, info in [*infos, *sorted(message.anomaly_info.items())]:
        path = ".".join(info.path.step) or name
        severity = type(info).Severity.Name(info.severity)
        reasons = [(reason.short_description, reason.description) for reason in info.reason]
        for short, long in reasons or [(info.short_description, info.description)]:
            rows.append((path, severity, short, long))
    title = f"{split}: " if split else ""
    if not rows:
        return Table(f"{title}no anomalies", (), [("Verdict", "No anomalies were found.")])
    counted = "1 anomaly" if len(rows) == 1 else f"{len(rows)} anomalies"
    head = ("Feature", "Severity", "What", "Why")
    return Table(f"{title}{counted}", head, rows[:_MOST], max(0, len(rows) - _MOST))


def _distances(message: Any, split: str) -> Iterator[Table]:
    rows: list[tuple[Cell, ...]] = [
        (
            ".".join(info.path.step),
            *(what, type(measured).Type.Name(measured.type), measured.value, measured.threshold),
        )
        for info in message.drift_skew_info
        for what, several in (("drift", info.drift_measurements), ("skew", info.skew_measurements))
        for measured in several
    ]
    if rows:
        title = f"{split}: distances" if split else "Distances"
        head = ("Feature", "Of", "Measure", "Value", "Threshold")
        yield Table(title, head, rows[:_MOST], max(0, len(rows) - _MOST))
