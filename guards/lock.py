"""The locked files hold what pyproject.toml asks for, with hashes, and no address of a server."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

FILES = {
    "run.txt": ("", "assets"),
    "runtime.txt": ("", "postgres"),
    "dev.txt": ("", "postgres", "assets", "dev"),
    "uv.txt": ("setup",),
}
DIRECT_PACKAGES = 25


def complaints() -> list[str]:
    """A sentence per requirement that a locked file does not meet."""
    wanted = requirements()
    found = []
    if len(wanted[""]) > DIRECT_PACKAGES:
        found.append(f"{len(wanted[''])} direct runtime packages; at most {DIRECT_PACKAGES}")
    for name, groups in FILES.items():
        path = Path("requirements") / name
        text = path.read_text("utf-8")
        if "://" in text:
            found.append(f"{path} holds an address")
        versions = locked(text)
        found += [
            f"{path} does not hold {requirement}; run make lock"
            for group in groups
            for requirement in wanted[group]
            if not meets(versions, requirement)
        ]
    return found


def requirements() -> dict[str, list[Requirement]]:
    """What pyproject.toml asks for: "" is the product itself, the others are extras and groups."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    lists = {"": project["project"]["dependencies"]}
    lists |= project["project"]["optional-dependencies"] | project["dependency-groups"]
    return {name: [Requirement(line) for line in lines] for name, lines in lists.items()}


def locked(text: str) -> dict[str, Version]:
    """The version of each package in a locked file."""
    pins = (line.split(";")[0].strip(" \\") for line in text.splitlines() if "==" in line.split(";")[0])
    return {canonicalize_name(name): Version(version) for name, version in (pin.split("==") for pin in pins)}


def meets(versions: dict[str, Version], requirement: Requirement) -> bool:
    """Whether the locked versions hold this package in a version that it accepts."""
    version = versions.get(canonicalize_name(requirement.name))
    return version is not None and version in requirement.specifier
