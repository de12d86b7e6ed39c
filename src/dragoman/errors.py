"""Every exception that dragoman raises on purpose.

    DragomanError
    ├── InputError          an article, a folder or a row that cannot be read
    ├── DictionaryError     a dictionary file that cannot be trusted: file, row, remedy
    ├── ModelError          the language model is missing or of the wrong kind
    └── SettingError        an option with a value that nothing can be done with

Each message is one line that names the file and says what to do.
"""


class DragomanError(Exception):
    """What dragoman could not do, in one line that says what to do about it."""


class InputError(DragomanError):
    """An article that cannot be read; the others of the same call still are."""

    def __init__(self, source: str, remedy: str) -> None:
        super().__init__(f"{source}: {remedy}")
        self.source = source


class DictionaryError(DragomanError):
    """A dictionary row that is refused."""

    def __init__(self, file: str, where: str, remedy: str) -> None:
        super().__init__(f"{file}, {where}: {remedy}")
        self.file, self.where = file, where


class ModelError(DragomanError):
    """The language model cannot be loaded."""


class SettingError(DragomanError):
    """A setting that cannot be used."""
