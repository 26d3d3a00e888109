"""Word tokens -> Links. One adapter a file; none knows another, nor any engine."""
