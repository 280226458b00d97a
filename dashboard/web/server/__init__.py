"""What answers requests: the server, what it lets in, the files and first page that it sends."""
