// Carries data files inside the program, as they are.
#include "LexiconData.h"

#define CARRY(function)            \
  LexiconDataFile function(void) {                                \
    return (LexiconDataFile){function##_bytes, sizeof(function##_bytes)}; \
  }

static const unsigned char lexicon_data_arabic_letters_bytes[] = {
#embed "Letters/arabic.tsv"
};
static const unsigned char lexicon_data_latin_letters_bytes[] = {
#embed "Letters/latin.tsv"
};
static const unsigned char lexicon_data_particles_bytes[] = {
#embed "Parts/particles.tsv"
};
static const unsigned char lexicon_data_titles_bytes[] = {
#embed "Parts/titles.tsv"
};
static const unsigned char lexicon_data_heads_bytes[] = {
#embed "Words/organizations.tsv"
};
static const unsigned char lexicon_data_buckwalter_bytes[] = {
#embed "Schemes/buckwalter.tsv"
};
static const unsigned char lexicon_data_kinds_bytes[] = {
#embed "Kinds.tsv"
};
// The format is read in place and wants its sections aligned.
static const _Alignas(16) unsigned char lexicon_data_default_lexicon_bytes[] = {
#embed "Compiled/default.ism"
};

CARRY(lexicon_data_arabic_letters)
CARRY(lexicon_data_latin_letters)
CARRY(lexicon_data_particles)
CARRY(lexicon_data_titles)
CARRY(lexicon_data_heads)
CARRY(lexicon_data_buckwalter)
CARRY(lexicon_data_kinds)
CARRY(lexicon_data_default_lexicon)
