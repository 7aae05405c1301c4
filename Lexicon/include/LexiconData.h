#pragma once
#include <stddef.h>

// A data file that the program carries.
typedef struct {
  const unsigned char *bytes;
  size_t count;
} LexiconDataFile;

LexiconDataFile lexicon_data_arabic_letters(void);
LexiconDataFile lexicon_data_latin_letters(void);
LexiconDataFile lexicon_data_particles(void);
LexiconDataFile lexicon_data_titles(void);
LexiconDataFile lexicon_data_heads(void);
LexiconDataFile lexicon_data_buckwalter(void);
LexiconDataFile lexicon_data_kinds(void);
LexiconDataFile lexicon_data_default_lexicon(void);
