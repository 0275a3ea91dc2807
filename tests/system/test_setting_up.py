"""Setting up as the Makefile does, from the pip of this Python, where everything has moved on.

The index is on loopback and knows nothing but tiny packages, and uv as it is installed here. Of
each it offers what the locks pin and something newer.
"""

import ensurepip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import distribution, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = version("uv")

pytestmark = pytest.mark.timeout(600)

BUILDER = b"""
import pathlib, zipfile

WHEEL = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"

def build_wheel(folder, settings=None, metadata=None):
    said = pathlib.Path("PKG-INFO").read_text()
    name = "-".join(line.split()[-1] for line in said.splitlines()[1:3])
    files = {"METADATA": said, "WHEEL": WHEEL, "RECORD": ""}
    with zipfile.ZipFile(f"{folder}/{name}-py3-none-any.whl", "w") as wheel:
        for file, text in files.items():
            wheel.writestr(f"{name}.dist-info/{file}", text)
    return f"{name}-py3-none-any.whl"

build_editable = build_wheel
"""
NEWER_BUILDER = b"raise SystemExit('this builder builds no old packages')"


def metadata(name: str, release: str, *more: str) -> bytes:
    """Return the description of a release."""
    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {release}", *more]
    return "\n".join([*lines, ""]).encode()


def wheel(stem: str, info: bytes, files: dict[str, bytes], tag: str = "py3-none-any") -> bytes:
    """Return a wheel of these files, none of them packed."""
    about = f"{stem}.dist-info"
    kind = f"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: {tag}\n"
    files = {**files, f"{about}/METADATA": info, f"{about}/WHEEL": kind.encode()}
    record = "".join(f"{name},,\n" for name in (*files, f"{about}/RECORD"))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in {**files, f"{about}/RECORD": record.encode()}.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (
                0o100755 << 16
            )  # a file that may be run, or pip takes that right from uv
            archive.writestr(entry, data)
    return made.getvalue()


def simple(name: str, release: str, *more: str, **modules: bytes) -> tuple[str, bytes]:
    """Return the file name and bytes of a wheel for every Python."""
    files = {f"{module}.py": text for module, text in modules.items()}
    made = wheel(f"{name}-{release}", metadata(name, release, *more), files)
    return f"{name}-{release}-py3-none-any.whl", made


def to_build(name: str, release: str, needs: str) -> dict[str, bytes]:
    """Return the files of a package that has to be built."""
    system = f'[build-system]\nrequires = ["{needs}"]\nbuild-backend = "{needs}"\n'
    return {"pyproject.toml": system.encode(), "PKG-INFO": metadata(name, release)}


def source(name: str, release: str, needs: str) -> tuple[str, bytes]:
    """Return the file name and bytes of a package that has to be built."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for file, data in to_build(name, release, needs).items():
            entry = tarfile.TarInfo(f"{name}-{release}/{file}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return f"{name}-{release}.tar.gz", made.getvalue()


def uv_as_here() -> tuple[str, bytes]:
    """Return the file name and bytes of the uv that is installed here, as a wheel again."""
    files: dict[str, bytes] = {}
    for file in distribution("uv").files or ():
        if file.parts[0] == "uv" and file.suffix == ".py":
            files[file.as_posix()] = file.read_binary()
        elif file.name == "uv":
            files[f"uv-{UV}.data/scripts/uv"] = file.read_binary()
    return f"uv-{UV}-py3-none-any.whl", wheel(f"uv-{UV}", metadata("uv", UV), files)


def packages() -> dict[str, dict[str, bytes]]:
    """Return the files of each package on the index: what is pinned, then something newer."""
    extra = ("Provides-Extra: glaze", 'Requires-Dist: gloss; extra == "glaze"')
    return {
        "easel": dict(
            simple("easel", release, "Requires-Dist: tincture[glaze]>=1.0")
            for release in ("1.0", "1.1")
        ),
        "tincture": dict(
            simple("tincture", release, *extra, tincture=b"") for release in ("1.0", "1.1")
        ),
        "gloss": dict(simple("gloss", release) for release in ("1.0", "1.1")),
        "canvas": dict(source("canvas", release, "stretcher") for release in ("1.0", "1.1")),
        "stretcher": dict(
            simple("stretcher", release, stretcher=text)
            for release, text in (("1.0", BUILDER), ("1.1", NEWER_BUILDER))
        ),
        "uv": dict([uv_as_here(), simple("uv", "999.0")]),
    }


def lock(offered: dict[str, dict[str, bytes]], *names: str) -> str:
    """Return a lock of the older release of each of the packages."""
    lines: list[str] = []
    for name in names:
        file, data = next(iter(offered[name].items()))
        release = file.removeprefix(f"{name}-").removesuffix(".tar.gz").partition("-")[0]
        lines.append(f"{name}=={release} --hash=sha256:{hashlib.sha256(data).hexdigest()}\n")
    return "".join(lines)


@pytest.fixture(scope="module")
def offered() -> dict[str, dict[str, bytes]]:
    """Return what the index offers."""
    return packages()


class Shelf(SimpleHTTPRequestHandler):
    """An index of packages: the listing of a folder is all that one needs to be."""

    def log_message(self, *_: object) -> None:
        """Say nothing of the requests."""


@pytest.fixture(scope="module")
def index(
    offered: dict[str, dict[str, bytes]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Serve the packages on loopback, and return the index's address."""
    folder = tmp_path_factory.mktemp("index")
    for name, files in offered.items():
        (folder / name).mkdir()
        for file, data in files.items():
            (folder / name / file).write_bytes(data)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Shelf, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def told(index: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the variables of a machine where only pip was told of the index."""
    home = tmp_path_factory.mktemp("home")
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    pip = {"PIP_INDEX_URL": index, "PIP_CONFIG_FILE": os.devnull}
    return {**kept, **pip, "HOME": str(home), "UV_NO_CONFIG": "1"}


@pytest.fixture(scope="module")
def project(
    offered: dict[str, dict[str, bytes]],
    told: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """Set up with the real Makefile and installer, from locks of the tiny packages."""
    folder = tmp_path_factory.mktemp("project")
    for file in ("Makefile", "installer.py"):
        shutil.copy(ROOT / file, folder)
    locks = {
        "installer": ("uv",),
        "build": ("stretcher",),
        "demo": ("easel", "tincture", "gloss"),
        "dev": ("canvas",),
    }
    for name, pinned in locks.items():
        (folder / f"requirements-{name}.txt").write_text(lock(offered, *pinned), "utf-8")
    (folder / "demo").mkdir()
    for file, data in to_build("exhibition", "1.0", "stretcher").items():
        (folder / "demo" / file).write_bytes(data)
    made = make(folder, told, ".venv/.tools")
    assert made.returncode == 0, made.stdout
    assert made.stdout.count("\n") == 5, made.stdout
    return folder


def make(folder: Path, told: dict[str, str], target: str) -> subprocess.CompletedProcess[str]:
    """Make a target with the Python that the tests' own environment is made of."""
    python = Path(sys.base_prefix, "bin", f"python{sys.version_info[0]}.{sys.version_info[1]}")
    return run(["make", f"PYTHON={python}", target], folder, told)


def pip(project: Path, told: dict[str, str], name: str) -> subprocess.CompletedProcess[str]:
    """Ask the pip that this Python brought to install a lock, without doing it."""
    install = [".venv/bin/python", "-m", "pip", "install", "--dry-run", "--ignore-installed"]
    return run([*install, "--require-hashes", "-r", f"requirements-{name}.txt"], project, told)


def run(command: list[str], folder: Path, told: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command, and return how it ended with all that it wrote."""
    return subprocess.run(  # noqa: S603 - every word of it stands here
        command,
        cwd=folder,
        env=told,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def test_what_is_pinned_is_installed(project: Path):
    """Each release is the pinned one, though the index offers newer ones of all."""
    folders = project.glob(".venv/lib/*/site-packages/*.dist-info")
    there = {folder.name.removesuffix(".dist-info") for folder in folders}
    # Up to 3.11, a Python brings setuptools beside its pip.
    assert {each for each in there if not each.startswith("setuptools-")} == {
        "easel-1.0",
        "tincture-1.0",
        "gloss-1.0",
        "canvas-1.0",
        "exhibition-1.0",
        f"uv-{UV}",
        f"pip-{ensurepip.version()}",
    }


def test_what_is_installed_starts_fast(project: Path):
    """What was installed is compiled, also where Python may not write that down by itself."""
    compiled = project.glob(".venv/lib/*/site-packages/__pycache__/tincture.*.pyc")
    assert len(list(compiled)) == 1


@pytest.mark.skipif(
    int(ensurepip.version().split(".")[0]) >= 24, reason="this Python's pip goes by the lock"
)
def test_this_pip_alone_would_take_a_newer_one(project: Path, told: dict[str, str]):
    """The control: the same lock, given to the pip that was there, asks for what is not pinned."""
    asked = pip(project, told, "demo")
    assert asked.returncode != 0
    assert "must have their versions pinned" in asked.stdout
    assert "tincture[glaze]" in asked.stdout


def test_pip_alone_would_build_with_a_newer_builder(project: Path, told: dict[str, str]):
    """The control: of what builds a package, pip takes the newest, whatever is pinned."""
    asked = pip(project, told, "dev")
    assert asked.returncode != 0
    assert "this builder builds no old packages" in asked.stdout


def test_another_file_than_the_pinned_one_is_refused(project: Path, told: dict[str, str]):
    """A release whose bytes are others does not get in, and the target is not taken for made."""
    wrong = f"gloss==1.1 --hash=sha256:{'0' * 64}\n"
    (project / "requirements-browser.txt").write_text(wrong, "utf-8")
    made = make(project, told, ".venv/.browser")
    assert made.returncode != 0
    assert "Hash mismatch" in made.stdout
    assert not (project / ".venv" / ".browser").exists()
