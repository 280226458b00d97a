"""The data as files: what is chosen, as tables whose columns are documented, in each format."""
