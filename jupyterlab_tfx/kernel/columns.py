"""Columns of which neither types nor words are known before the last row, as one Arrow file."""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO

#: Distinct words of a feature; one that has more is an identifier, or a text, and is left out.
MAX_WORDS = 100_000
#: Bytes of a word: what is longer is an image or the like.
MAX_WORD = 2_000


@dataclasses.dataclass
class _Column:
    """What is known so far of one column."""

    words: dict[str, int] | None
    has_many: bool = False


class Columns:
    """Takes columns batch by batch, and writes them when all is known.

    Meanwhile they lie in a temporary file: words as their numbers, and each row's values as a list.
    """

    def __init__(self) -> None:
        # Lives as long as the object.
        self._file: BinaryIO = tempfile.TemporaryFile()  # noqa: SIM115
        self._parts: list[tuple[int, int]] = []
        self._columns: dict[str, _Column] = {}
        #: Names of columns that are left out, since they cannot be shown.
        self.left_out: set[str] = set()
        self.rows = 0

    def close(self) -> None:
        """Let go of the temporary file."""
        self._file.close()

    def words(self, name: str) -> dict[str, int] | None:
        """Return the numbers of a column's words; None where it has numbers, or is not there."""
        column = self._columns.get(name)
        return column.words if column else None

    def add(self, rows: int, columns: dict[str, Any]) -> None:
        """Take the next rows.

        Args:
            rows: How many there are.
            columns: Arrow arrays by names: of lists, of values, or of fixed-size lists, which stay.
        """
        import pyarrow as pa

        taken = {}
        for name, array in columns.items():
            if name in self.left_out or _is_nothing(array.type):
                continue
            if pa.types.is_fixed_size_list(array.type) or array.type == pa.float32():
                taken[name] = array
                continue
            lists = self._encoded(name, array)
            if lists is None:
                self.left_out.add(name)
                self._columns.pop(name, None)
            else:
                taken[name] = lists
        start = self._file.tell()
        batch = pa.RecordBatch.from_arrays(list(taken.values()), list(taken))
        with pa.ipc.new_stream(pa.PythonFile(self._file, "w"), batch.schema) as writer:
            writer.write_batch(batch)
        self._parts.append((start, self._file.tell() - start))
        self.rows += rows

    def _encoded(self, name: str, array: Any) -> Any:
        """Return a column as lists of doubles, or of the numbers of words; None where it cannot be."""
        import numpy as np
        import pyarrow as pa

        if _is_list(array.type):
            # A null is a list with nothing in it: the feature is missing.
            lengths = array.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
            values = array.flatten()
        else:
            valid = array.is_valid().to_numpy(zero_copy_only=False)
            lengths = valid.astype(np.int32)
            values = array.drop_null()
        if _is_list(values.type):
            return None
        has_words = not (pa.types.is_integer(values.type) or pa.types.is_floating(values.type))
        column = self._columns.setdefault(name, _Column({} if has_words else None))
        if has_words != (column.words is not None):
            return None
        column.has_many |= bool(lengths.size) and int(lengths.max()) > 1
        encoded = (
            values.cast(pa.float64(), safe=False) if column.words is None else _codes(values, column.words)
        )
        if encoded is None:
            return None
        offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
        return pa.ListArray.from_arrays(pa.array(offsets), encoded)

    def write(self, path: str, metadata: dict[str, str]) -> None:
        """Write the Arrow IPC file, with the schema's metadata."""
        import pyarrow as pa

        names = self._names()
        whole: dict[str, Any] = {
            name: pa.array(list(column.words), pa.string())
            for name, column in self._columns.items()
            if column.words is not None
        }
        fields = [pa.field(name, self._type(name, first), nullable=True) for name, first in names.items()]
        schema = pa.schema(fields, metadata=metadata)
        with pa.OSFile(path, "wb") as sink, pa.ipc.new_file(sink, schema) as writer:
            for batch in self._batches():
                arrays = [
                    self._array(name, batch, field.type, whole.get(name))
                    for name, field in zip(names, schema, strict=True)
                ]
                writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))

    def _names(self) -> dict[str, Any]:
        """Return the columns that stay, with the types that they are spooled in."""
        names: dict[str, Any] = {}
        for batch in self._batches():
            for field in batch.schema:
                if field.name not in self.left_out:
                    names.setdefault(field.name, field.type)
        return names

    def _batches(self) -> Iterator[Any]:
        import pyarrow as pa

        for start, length in self._parts:
            self._file.seek(start)
            yield pa.ipc.open_stream(self._file.read(length)).read_next_batch()

    def _type(self, name: str, spooled: Any) -> Any:
        import pyarrow as pa

        column = self._columns.get(name)
        if column is None:
            return spooled
        value = pa.float64() if column.words is None else pa.dictionary(pa.int32(), pa.string())
        return pa.list_(value) if column.has_many else value

    def _array(self, name: str, batch: Any, kind: Any, words: Any) -> Any:
        import numpy as np
        import pyarrow as pa

        place = batch.schema.get_field_index(name)
        if place < 0:
            if pa.types.is_dictionary(kind):
                gaps = pa.nulls(batch.num_rows, pa.int32())
                return pa.DictionaryArray.from_arrays(gaps, words)
            return pa.nulls(batch.num_rows, kind)
        spooled = batch.column(place)
        column = self._columns.get(name)
        if column is None:
            return spooled
        values = spooled.flatten()
        lengths = spooled.value_lengths().to_numpy(zero_copy_only=False)
        missing = lengths == 0
        if column.has_many:
            values = values if words is None else pa.DictionaryArray.from_arrays(values, words)
            offsets = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int32)
            # Arrow's own way to say that a list is null: its offset is.
            marks = pa.array(offsets, mask=np.concatenate([missing, [False]]))
            return pa.ListArray.from_arrays(marks, values)
        scalars = np.zeros(len(missing), np.int32 if words is not None else np.float64)
        scalars[~missing] = values.to_numpy(zero_copy_only=False)
        array = pa.array(scalars, mask=missing)
        return array if words is None else pa.DictionaryArray.from_arrays(array, words)


def _is_list(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_list(kind) or pa.types.is_large_list(kind))


def _is_nothing(kind: Any) -> bool:
    import pyarrow as pa

    return bool(pa.types.is_null(kind) or (_is_list(kind) and pa.types.is_null(kind.value_type)))


def _codes(values: Any, words: dict[str, int]) -> Any:
    """Return the words' numbers, new words with new ones; None where they are too many or too long."""
    import numpy as np
    import pyarrow as pa

    encoded = values.dictionary_encode()
    numbers = []
    for value in encoded.dictionary.to_pylist():
        if len(value) > MAX_WORD:
            return None
        word = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        numbers.append(words.setdefault(word, len(words)))
    if len(words) > MAX_WORDS:
        return None
    table = np.array(numbers, np.int32)
    return pa.array(table[encoded.indices.to_numpy(zero_copy_only=False)] if numbers else table)
