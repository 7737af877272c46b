"""Where things are, and the Python that the peers run on."""
import os
import subprocess
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def peer_python():
    """The interpreter of an environment that holds exactly the peers' requirements."""
    home, wanted = TARGET / "peer-venv", (HERE / "requirements.txt").read_text()
    python, stamp = home / "bin" / "python", home / "requirements.installed"
    if not stamp.exists() or stamp.read_text() != wanted:
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", HERE / "requirements.txt"], check=True)
        stamp.write_text(wanted)
    return python
