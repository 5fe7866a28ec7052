"""Files to download, made from views; the same view always gives the same bytes."""
