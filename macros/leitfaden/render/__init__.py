"""Views to HTML: page contents, building blocks of chapters, the small Markdown of text fields."""
