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
static const unsigned char lexicon_data_spellings_bytes[] = {
#embed "Parts/spellings.tsv"
};
static const unsigned char lexicon_data_construct_bytes[] = {
#embed "Parts/construct.tsv"
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
CARRY(lexicon_data_spellings)
CARRY(lexicon_data_construct)
CARRY(lexicon_data_kinds)
CARRY(lexicon_data_default_lexicon)

// The romanization schemes: a new one needs its two lines here.
static const unsigned char scheme_ala_lc[] = {
#embed "Schemes/ala-lc.tsv"
};
static const unsigned char scheme_bgn_pcgn[] = {
#embed "Schemes/bgn-pcgn.tsv"
};
static const unsigned char scheme_buckwalter[] = {
#embed "Schemes/buckwalter.tsv"
};
static const unsigned char scheme_common[] = {
#embed "Schemes/common.tsv"
};
static const unsigned char scheme_din_31635[] = {
#embed "Schemes/din-31635.tsv"
};
static const unsigned char scheme_odni[] = {
#embed "Schemes/odni.tsv"
};

#define SCHEME(identifier, bytes) {identifier, {bytes, sizeof(bytes)}}

// In the order of their identifiers.
static const LexiconDataScheme schemes[] = {
    SCHEME("ala-lc", scheme_ala_lc),
    SCHEME("bgn-pcgn", scheme_bgn_pcgn),
    SCHEME("buckwalter", scheme_buckwalter),
    SCHEME("common", scheme_common),
    SCHEME("din-31635", scheme_din_31635),
    SCHEME("odni", scheme_odni),
};

size_t lexicon_data_scheme_count(void) { return sizeof(schemes) / sizeof(schemes[0]); }

LexiconDataScheme lexicon_data_scheme(size_t index) { return schemes[index]; }
