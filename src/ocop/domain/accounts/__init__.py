"""People and what they may act as: who they are, how they sign in, which roles they hold where and for how long.

Owns persons, roles held in a unit (or for a producer) over half-open periods, stand-ins, sessions, wrong tries and
second factors. States: a role is to come, held or over; a person is active or not. Below it: places and history. What a
role may do is the table of `ocop.rules.access`; producers are known by id only, so that the register can stand above.
"""
