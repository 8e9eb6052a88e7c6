"""The record of a producer and of a product: one page each, with everything known, its history, and the acts on it.

Owns pages under /chu-the/ and /san-pham/, for officers and for a producer's own people alike: what each may see and do
is asked of the policies of `ocop.domain.registry`, once for the button and once for the act.
"""
