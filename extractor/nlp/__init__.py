"""The spaCy pipeline: tokenizer, sections, and the ordered list of components."""
