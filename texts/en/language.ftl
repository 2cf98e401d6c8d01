### How this language writes, for code that puts texts together.

# Its own name, as it stands in the choice of a language.
language-name = English
# Its name in English, for the prompts of a model, which are in English.
language-in-english = English
# Between whole and decimals.
language-decimal = .
# Names of muscles, equipment and the like within a sentence: "lower" begins them with a small letter,
# "kept" leaves them as they are in words.ftl.
language-words = lower
# Days of the week within a sentence: "lower" or "kept".
language-weekdays = kept
# The last of several things: "chest, back and legs".
list-and = { $one } and { $other }
