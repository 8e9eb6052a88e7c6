"""`python -m bench.ranking`: this comparison alone."""

from bench.ranking.run import main

if __name__ == "__main__":
    main()
