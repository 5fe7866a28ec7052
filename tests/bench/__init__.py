"""Benchmarks: synthetic records, measured builds and the comparison with other tools."""
