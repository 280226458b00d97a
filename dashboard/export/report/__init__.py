"""A report of chosen charts, tables, sentences and comparisons, as DOCX, PPTX or XLSX."""
