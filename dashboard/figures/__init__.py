"""Printed and computed figures, which of them may be compared, how they are cited, why there is none."""
