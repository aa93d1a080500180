"""Bytes to plain text with a way back: every reader gives a `Document`."""

from extractor.document.model import Document, PassedOver
from extractor.document.read import read_bytes, read_path

__all__ = ["Document", "PassedOver", "read_bytes", "read_path"]
