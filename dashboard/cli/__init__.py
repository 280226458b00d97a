"""The command ``doisanh``: one module for each of its commands, and what their reports say."""
