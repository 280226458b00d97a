"""The pages: each reads top to bottom, choose, compute, draw."""
