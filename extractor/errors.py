"""Why an input gave no record: one root, few leaves."""


class ExtractError(Exception):
    """Root of every error that `extract` raises on purpose; its text is fit to show to a user.

    Attributes:
        code: short, stable name of the reason, for logs and tables (for instance ``input.empty``).
    """

    code = "error"


class InputError(ExtractError):
    """The input could not be opened or read."""

    code = "input.unreadable"


class EmptyInputError(ExtractError):
    """The input holds no text at all."""

    code = "input.empty"


class NotTextError(ExtractError):
    """The input is binary data in no format that is read here."""

    code = "input.binary"


class EncryptedError(InputError):
    """The document needs a password."""

    code = "input.encrypted"


class DamagedError(InputError):
    """The file says what it is, but cannot be read as that."""

    code = "input.damaged"


class TooLargeError(InputError):
    """A page, or their number, is beyond what any filed document has."""

    code = "input.too_large"


class NoTextLayerError(EmptyInputError):
    """Every page is an image, and there is nothing here to read images with."""

    code = "text.no_text_layer"


class MissingExtraError(ExtractError):
    """What was asked for needs a package or a program that is not installed."""

    code = "extra.missing"


class NoInstrumentError(ExtractError):
    """A full submission holds no loan instrument."""

    code = "input.no_instrument"


class ModelError(ExtractError):
    """The spaCy pipeline that was named cannot be loaded."""

    code = "model.missing"
