"""Tests of the kernel side, in real kernels with the real TFX."""
