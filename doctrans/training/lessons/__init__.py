"""What the model is taught besides translating, one thing a module: pairs in, pairs out.

A lesson is a function of a pair and a random generator; it returns the pair as it should be learnt,
or the same pair where it has nothing to teach. How often each is asked is the recipe's business.
"""
