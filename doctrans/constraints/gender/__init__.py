"""Gender of persons: whom an English text speaks of, what is known of them, and what a translation
shows.

Pure functions over texts, and tables; asking an engine for another wording is that of the stages
above. The way of a person:

    Person in a sentence (persons) -> gender by what the text or the customer says (settling)
    -> what the translation shows (evidence, forms)
"""
