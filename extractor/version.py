"""The version, in one place, light to import."""

__version__ = "0.3.0"
SCHEMA_VERSION = "1.1.0"
