"""Files that hold translations and terms: bytes -> values, and back. Knows no document format, no
engine, no disk.

    CSV, TSV (glossary_table)  TBX (glossary_tbx)  TMX (tmx)
        -> entries (`glossary.read`), checked as a whole (`glossary_checks`)

A file with a fault is refused as a whole, with the lines of its faults.
"""
