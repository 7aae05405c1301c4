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
LexiconDataFile lexicon_data_place_words(void);
LexiconDataFile lexicon_data_compound_words(void);
LexiconDataFile lexicon_data_spellings(void);
LexiconDataFile lexicon_data_construct(void);
LexiconDataFile lexicon_data_joins(void);
LexiconDataFile lexicon_data_countries(void);
LexiconDataFile lexicon_data_ordinals(void);
LexiconDataFile lexicon_data_links(void);
LexiconDataFile lexicon_data_cyrillic_letters(void);
LexiconDataFile lexicon_data_kinds(void);
LexiconDataFile lexicon_data_policy(void);
LexiconDataFile lexicon_data_ftm_schemas(void);
LexiconDataFile lexicon_data_geonames_kinds(void);
LexiconDataFile lexicon_data_wikidata_kinds(void);
LexiconDataFile lexicon_data_wikidata_countries(void);
LexiconDataFile lexicon_data_wikidata_languages(void);
LexiconDataFile lexicon_data_country_names(void);
LexiconDataFile lexicon_data_transducer(void);
LexiconDataFile lexicon_data_pairs(void);
LexiconDataFile lexicon_data_generic_word_hashes(void);
LexiconDataFile lexicon_data_default_lexicon(void);

// A romanization scheme that the program carries; they stand in the order of their identifiers.
typedef struct {
  const char *identifier;
  LexiconDataFile file;
} LexiconDataScheme;

size_t lexicon_data_scheme_count(void);
LexiconDataScheme lexicon_data_scheme(size_t index);
