"""People and roles of a unit: who is there, and the acts of giving, ending, handing over and standing in.

Owns pages under /co-quan/nguoi/. What may be done is asked of the policies of `ocop.domain.accounts`, once for the
button and once for the act.
"""
