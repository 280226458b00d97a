"""Text, numbers, hedges and dates as Vietnamese papers print them, and the words of the interface."""
