"""What a curator writes, as types: every key of every YAML file, with its meaning.

Rules about one field live here: unknown keys are forbidden, codes are text, numbers are exact. Rules that compare
several fields or records live in ``checks``. Each description, "Vietnamese | English", is shown by an editor while a
curator types, and quoted by ``validation_messages`` where the field is missing or wrong.
"""
