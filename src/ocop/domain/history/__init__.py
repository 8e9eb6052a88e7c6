"""History: what was done, by whom, when, to what; append-only and hash-chained.

Owns events, their erasable details and the ends of the chains. It knows no other app: an event names its object by
kind and id, without a foreign key, and its act by a code whose words are the pages'. States: an event never changes;
its details are kept or erased.
"""
