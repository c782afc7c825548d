"""Makes ``fixtures/what-if``: the penguin model of ``fixtures/artifacts`` for the browser.

Run it with ``npm run fixtures:what-if``. The files are those that the kernel side keeps of an evaluation,
called without their keys, and without the paths of the machine.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from jupyterlab_tfx.kernel import frozen_model, predictions
from jupyterlab_tfx.kernel.evaluated import find_evaluated

ROOT = Path(__file__).parents[1]
ARTIFACTS = ROOT / "fixtures" / "artifacts"
TARGET = ROOT / "fixtures" / "what-if" / "penguins"


def main() -> None:
    """Predict, freeze, and copy what was kept."""
    with tempfile.TemporaryDirectory() as folder:
        evaluation = Path(shutil.copytree(ARTIFACTS / "ModelEvaluation" / "penguins", f"{folder}/evaluation"))
        found = [str(ARTIFACTS / kind / "penguins") for kind in ("Model", "Examples")]
        evaluated = find_evaluated({}, str(evaluation), *found)
        facts = predictions.PredictionFacts.metadata

        def metadata(self: predictions.PredictionFacts, rows: int) -> dict[str, object]:
            told = facts(self, rows)
            return {
                **told,
                "model": "Model/penguins",
                "examples": "Examples/penguins",
                "evaluation": "penguins",
            }

        predictions.PredictionFacts.metadata = metadata  # type: ignore[method-assign]
        predictions.make_predictions(evaluated, lambda _done, _total: None)
        frozen_model.make_frozen(evaluated, lambda _done, _total: None)
        TARGET.mkdir(parents=True, exist_ok=True)
        for file in sorted(Path(evaluated.folder).iterdir()):
            entry = file.name.partition("-")[0]
            if file.name != predictions.INDEX:
                shutil.copy(file, TARGET / f"{entry}{file.suffix}")


if __name__ == "__main__":
    main()
