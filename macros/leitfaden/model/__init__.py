"""Typed content, declared once."""
