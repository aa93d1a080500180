"""The version, in one place, light to import."""

__version__ = "0.1.0"
SCHEMA_VERSION = "1.0.0"
