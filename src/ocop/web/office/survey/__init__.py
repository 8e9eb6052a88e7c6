"""Survey sheets of a unit: the list with its counts, a sheet written step by step, its page, the way into the register.

Owns pages under /co-quan/don-vi/<code>/tiem-nang/ and /tiem-nang/. What may be done is asked of the policies of
`ocop.domain.survey`; forms, conflicts and histories are those of `ocop.web.office.records`.
"""
