"""The data as files: everything below /data/v1/, made of the dataset and of what the pages show.

`paths` says what there will be, before a page is rendered; `files` fills it, once all of them are. Version 1 is a
promise, which `promise` holds against data/api.lock.
"""

from .folder import ARCHIVE, FOLDER, files, paths

__all__ = ["ARCHIVE", "FOLDER", "files", "paths"]
