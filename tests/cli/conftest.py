"""The command's tests start from the desk that those of ``articles.verify`` start from."""

from __future__ import annotations

from tests.articles.verify.conftest import desk

__all__ = ["desk"]
