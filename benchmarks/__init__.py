"""Measurements: ratios within one run, each with its target. See README.md in this folder."""
