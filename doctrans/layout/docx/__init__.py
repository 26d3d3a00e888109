"""The boxes of a Word document: what `boxes.boxes` reads from its parts, and how wide they are."""
