"""Makes and measures the models that the package ships; no part of an extraction."""
