"""The dictionaries: data only, each folder with a README that says every column."""
