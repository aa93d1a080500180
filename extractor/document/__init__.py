"""Bytes to plain text with a way back: every reader gives a `Document`."""

from extractor.document.model import Document
from extractor.document.read import read_bytes, read_path

__all__ = ["Document", "read_bytes", "read_path"]
