"""Re-rank the nation: our kernel against OpenFisca, pandas, plain Python, and what NumPy needs merely to add up.

Owns the made-up nation (`nation`), one module per contender, the clock (`clock`) and the report (`run`).
"""
