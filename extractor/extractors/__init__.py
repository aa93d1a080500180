"""One module a fact: the view of a text and its sections -> mentions with their offsets."""
