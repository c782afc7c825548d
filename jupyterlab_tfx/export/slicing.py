"""The slice: the statements that others depend on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .statements import Statement


@dataclass
class Slice:
    """Grows from the statements that are wanted; in the end ``kept`` is all of them."""

    statements: list[Statement]
    kept: dict[int, Statement] = field(default_factory=dict)
    #: Names that no statement binds, with the statement that reads each first.
    undefined: dict[str, Statement] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)
    _binding: dict[str, list[int]] = field(default_factory=dict)
    _changing: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the indices."""
        aliases: dict[str, str] = {}
        for index, statement in enumerate(self.statements):
            for name in statement.binds:
                aliases.pop(name, None)
                self._binding.setdefault(name, []).append(index)
            aliases.update(statement.aliases)
            for name in statement.changes:
                owner: str | None = name
                for _ in range(10):  # parts of parts
                    if owner is None:
                        break
                    self._changing.setdefault(owner, []).append(index)
                    owner = aliases.get(owner)

    def keep(self, wanted: Iterable[Statement]) -> None:
        """Keep statements and all that they depend on."""
        indices = {id(statement): index for index, statement in enumerate(self.statements)}
        for statement in wanted:
            self._keep(indices[id(statement)], indices[id(statement)])

    def need(self, name: str, at: int, reader: Statement) -> None:
        """Keep what gives a name the value that it has before the statement with this index."""
        if (name, at) in self._seen:
            return
        self._seen.add((name, at))
        bound = [index for index in self._binding.get(name, []) if index < at]
        changing = self._changing.get(name, [])
        if not bound and not any(index < at for index in changing):
            # A function may read what is defined below it.
            below = [index for index in self._binding.get(name, []) if index >= at]
            if not below:
                above = [index for index in changing if index > at][:1]
                if name not in reader.assigns and not above:
                    self.undefined.setdefault(name, reader)
                for index in above:
                    self._keep(index, index)
                return
            bound, at = below[:1], below[0]
        since = bound[-1] if bound else -1
        if bound:
            self._keep(since, at)
        for index in changing:
            if since < index < at:
                self._keep(index, at)

    def _keep(self, index: int, at: int) -> None:
        """Keep a statement whose functions are called before the statement ``at``."""
        statement = self.statements[index]
        self.kept[index] = statement
        for name in sorted(statement.reads):
            self.need(name, index, statement)
        for name in sorted(statement.later):
            self.need(name, max(at, index + 1), statement)

    def ordered(self) -> list[Statement]:
        """Return the kept statements in the order of the notebook."""
        return [self.kept[index] for index in sorted(self.kept)]
