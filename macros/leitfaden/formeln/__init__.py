"""Formulas of workbooks: read, calculated and written in the form of each spreadsheet program."""
