"""The answers of the Compare page, as HTML."""
