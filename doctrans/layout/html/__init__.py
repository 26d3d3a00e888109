"""Pages of HTML measured: how much room text has in its boxes, and how much it takes.

model              the values; all lengths are CSS pixels
chromium           the browser as a process, over a pipe
tab                a page in it, from bytes, measured and pictured
measure.js         what is measured, in the page itself
estimate           what can be known of it without a browser
compare            how a translation's boxes are worse than their source's
"""
