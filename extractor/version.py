"""The version, in one place, light to import."""

__version__ = "0.4.0"
SCHEMA_VERSION = "1.1.0"
