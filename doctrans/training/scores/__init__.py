"""What a model is measured by: a module for each row of its card. `evaluate` is the command.

A row is a function of one model's answers and held-out data that yields frozen values, one for each
way the model was asked: without the instruction and with it. Nothing here trains, and no data
comes along but the lists of terms, which are chosen without a look at any translation.
"""
