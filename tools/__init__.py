"""Scripts that make, check and run the product; `make` calls them."""
