"""Papers of a producer and photos of its products: adding with the phone, finding again, changing, withdrawing.

Owns pages under /chu-the/…/giay-to/, /giay-to/, /san-pham/…/giay-to/ and …/anh/, and a unit's list of papers that
expire. What may be done is asked of the policies of `ocop.domain.evidence`, once for the button and once by the act.
"""
