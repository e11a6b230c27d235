"""Writes pack.json: the list of a pack's files with sizes and SHA-256, around what the caller knows about the model."""

import gzip
import hashlib
import json
from pathlib import Path


def file_entries(pack: Path, roles: dict[str, str]) -> dict[str, dict]:
    """Role to {path, sha256, bytes} for files inside the pack."""
    entries = {}
    for role, name in roles.items():
        content = (pack / name).read_bytes()
        entries[role] = dict(path=name, sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
    return entries


def write(pack: Path, manifest: dict, roles: dict[str, str]) -> None:
    """Completes `manifest` with the schema and the files, and writes it into the pack."""
    done = dict(schema="speechscoop/pack/1", id=pack.name)
    done.update(manifest)
    done["files"] = file_entries(pack, roles)
    done.setdefault("card", "README.md")
    (pack / "pack.json").write_text(json.dumps(done, indent=2, ensure_ascii=False) + "\n")


def write_lines(path: Path, lines: list[str]) -> None:
    """UTF-8 lines; gzip without a time stamp if the name ends in .gz, so that the same lines give the same bytes."""
    data = ("\n".join(lines) + "\n").encode()
    path.write_bytes(gzip.compress(data, 9, mtime=0) if path.suffix == ".gz" else data)
