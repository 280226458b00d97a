"""The files of a root folder as typed records, each word with its place: nothing is judged yet."""
