"""What dragoman is measured on. `make bench` runs it, with the data in the folder that DRAGOMAN_BENCH names."""
