"""The Umsetzungsbibliothek: from YAML and Markdown to the built library."""
