"""Tools of the gates: a server with the shipped headers, a tour of all pages, measuring."""
