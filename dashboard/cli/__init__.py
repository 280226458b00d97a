"""The command doisanh: a module for each of its words."""
