"""The command `sanpuku`."""
