"""For users of spaCy: a blank English pipeline with the legal tokenizer and the loan components in their order.

Records are made without it (`reading.read`): tokens would cost more than all the rules together.
"""

from functools import lru_cache

import spacy
from spacy.language import Language

from extractor.extractors.components import ORDER
from extractor.nlp.tokenizer import LegalTokenizer

# The components are linear in the text's length and hold no model, so spaCy's guard against long texts does not apply.
_MAX_LENGTH = 50_000_000


@lru_cache(maxsize=1)
def build_pipeline() -> Language:
    """The pipeline, built once a process.

    >>> doc = build_pipeline()("AMENDMENT NO. 2 TO LOAN AGREEMENT\\n\\nThis Amendment No. 2 is dated May 1, 2001 ...")
    >>> [(s.text, s.label_) for s in doc.spans["loan_instrument"]]
    [('AMENDMENT NO. 2 TO LOAN AGREEMENT', 'title')]
    """
    nlp = spacy.blank("en")
    nlp.tokenizer = LegalTokenizer(nlp.vocab)
    nlp.max_length = _MAX_LENGTH
    for name in ORDER:
        nlp.add_pipe(name)
    return nlp
