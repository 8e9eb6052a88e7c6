"""Administrative units as tables: who else points at a province, district or commune points at a row of this app.

Owns units (identity: a code in a table of codes), their states (name, kind and parent over half-open periods) and the
pairs of a unit and its successor. The tables mirror the units of `ocop.law`, edition by edition; what moves from one
day to another is computed by `ocop.rules.units`. No workflow, no neighbours below.
"""
