"""The articles' own texts: what they say (text), whether they bear records out (verify), new records (draft)."""
