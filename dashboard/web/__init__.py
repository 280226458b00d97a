"""The dashboard in a browser; Streamlit is imported here and nowhere else."""
