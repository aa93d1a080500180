"""Text to typed value: numbers in words, ordinals, dates and money, as pure functions over strings."""
