"""Data scientist or machine learning engineer: a dataset goes in, a comparison with its evidence comes out.

`model` says what the dataset can hold, `load` reads it, `rules` hold it together, `evidence` recomputes its
figures, `render` turns it into page fragments. Only `macros` and `hooks` know MkDocs.
"""
