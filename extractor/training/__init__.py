"""Makes, measures and calibrates the NER model that the package ships; no part of an extraction."""
