"""Dataset and outline -> the site's other files, and what its pages carry beside their text.

Nothing here knows MkDocs: `files` gives paths and contents, `page` gives fragments of HTML.
"""
