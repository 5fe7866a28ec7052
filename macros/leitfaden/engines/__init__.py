"""Everything that knows MkDocs or Pagefind; the rest survives a change of generator."""
