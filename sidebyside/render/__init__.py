"""Dataset -> HTML fragments for chapters. `calls` has the names that chapters may call; the rest serves it."""
