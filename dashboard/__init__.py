"""doisanh: figures about localities' Party organisations, set side by side, each traced to its printed phrase."""

__version__ = "0.1.0"
