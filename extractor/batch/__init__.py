"""Batches of inputs into databases and files: a runner over worker processes, a ledger to resume by, and sinks.

``runner.run`` is the way in. Nothing here imports a database driver, Arrow, Dask or spaCy before it is needed.
"""
