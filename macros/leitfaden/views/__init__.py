"""What pages and downloads show: sorted, grouped, in one language."""
