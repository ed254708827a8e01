"""Everything that can go wrong, as one tree:

DepecheError                    nothing came out; the message says what happened, where, and what to do
├── ConfigError                 a setting is unknown, of the wrong type or contradicts another
├── InputError                  the text or file that was given cannot be used
│   ├── EmptyInput              no sentence is left to translate
│   ├── TooLarge                over a bound of `[limits]`
│   ├── UnreadableInput         bytes that are no text, a broken or protected file
│   └── WrongLanguage           not French; `--force` goes on
├── ModelError                  weights that are missing or unusable
│   ├── ModelNotFound           no such model, or offline and not yet fetched
│   ├── DownloadFailed          the hub could not be reached or broke off       (retryable)
│   └── BrokenModel             files missing, or the canary sentence fails
├── EngineError                 a model ran and failed
│   └── OutOfMemory             the batch was too large; a smaller one may pass (retryable)
├── GlossaryError               a glossary file that cannot be read, or entries that contradict
├── MemoryUnusable              the translation memory is broken, or of another kind
│   └── MemoryBusy              locked or not reachable; it may be there later     (retryable)
├── ArchiveError                a run that cannot start or go on
│   └── FolderBusy              another run writes into the same folder
└── MissingExtra                an optional dependency is not installed
"""


class DepecheError(Exception):
    """The base of all. `retryable` says whether the same call may pass later."""

    retryable = False


class ConfigError(DepecheError):
    """A setting is unknown, of the wrong type or contradicts another."""


class InputError(DepecheError):
    """The text or file that was given cannot be used."""


class EmptyInput(InputError):
    """No sentence is left to translate."""


class TooLarge(InputError):
    """Over a bound of `[limits]`."""


class UnreadableInput(InputError):
    """Bytes that are no text, a broken or protected file."""


class WrongLanguage(InputError):
    """The text is not French."""


class ModelError(DepecheError):
    """Weights that are missing or unusable."""


class ModelNotFound(ModelError):
    """No such model, or offline and not yet fetched."""


class DownloadFailed(ModelError):
    """The hub could not be reached or broke off."""

    retryable = True


class BrokenModel(ModelError):
    """Files are missing, or the canary sentence fails."""


class EngineError(DepecheError):
    """A model ran and failed."""


class OutOfMemory(EngineError):
    """The batch was too large; a smaller one may pass."""

    retryable = True


class GlossaryError(DepecheError):
    """A glossary file that cannot be read, or entries that contradict each other."""


class MemoryUnusable(DepecheError):
    """The translation memory is broken, or no memory at all."""


class MemoryBusy(MemoryUnusable):
    """The translation memory is locked or cannot be reached; it may be there later."""

    retryable = True


class ArchiveError(DepecheError):
    """A run over an archive that cannot start or go on."""


class FolderBusy(ArchiveError):
    """Another run writes into the same folder."""


class MissingExtra(DepecheError):
    """An optional dependency is not installed."""
