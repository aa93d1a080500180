"""Mentions to record: who is who, which date is which, the chain of amendments."""
