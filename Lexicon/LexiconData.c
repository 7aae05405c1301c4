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
static const unsigned char lexicon_data_place_words_bytes[] = {
#embed "Words/places.tsv"
};
static const unsigned char lexicon_data_compound_words_bytes[] = {
#embed "Words/compounds.tsv"
};
static const unsigned char lexicon_data_spellings_bytes[] = {
#embed "Parts/spellings.tsv"
};
static const unsigned char lexicon_data_construct_bytes[] = {
#embed "Parts/construct.tsv"
};
static const unsigned char lexicon_data_joins_bytes[] = {
#embed "Parts/joins.tsv"
};
static const unsigned char lexicon_data_countries_bytes[] = {
#embed "Parts/countries.tsv"
};
static const unsigned char lexicon_data_ordinals_bytes[] = {
#embed "Parts/ordinals.tsv"
};
static const unsigned char lexicon_data_links_bytes[] = {
#embed "Parts/links.tsv"
};
static const unsigned char lexicon_data_cyrillic_letters_bytes[] = {
#embed "Letters/cyrillic.tsv"
};
static const unsigned char lexicon_data_kinds_bytes[] = {
#embed "Kinds.tsv"
};
static const unsigned char lexicon_data_policy_bytes[] = {
#embed "Policy.tsv"
};
static const unsigned char lexicon_data_ftm_schemas_bytes[] = {
#embed "Imports/ftm-schemas.tsv"
};
static const unsigned char lexicon_data_geonames_kinds_bytes[] = {
#embed "Imports/geonames-kinds.tsv"
};
static const unsigned char lexicon_data_wikidata_kinds_bytes[] = {
#embed "Imports/wikidata-kinds.tsv"
};
static const unsigned char lexicon_data_wikidata_countries_bytes[] = {
#embed "Imports/wikidata-countries.tsv"
};
static const unsigned char lexicon_data_wikidata_languages_bytes[] = {
#embed "Imports/wikidata-languages.tsv"
};
static const unsigned char lexicon_data_country_names_bytes[] = {
#embed "Imports/country-names.tsv"
};
// The formats below are read in place and want their sections aligned.
static const _Alignas(64) unsigned char lexicon_data_transducer_bytes[] = {
#embed "Compiled/default.transducer"
};
static const _Alignas(64) unsigned char lexicon_data_pairs_bytes[] = {
#embed "Compiled/default.pairs"
};
static const _Alignas(8) unsigned char lexicon_data_generic_word_hashes_bytes[] = {
#embed "Compiled/default.words"
};
static const _Alignas(16) unsigned char lexicon_data_default_lexicon_bytes[] = {
#embed "Compiled/default.ism"
};

CARRY(lexicon_data_arabic_letters)
CARRY(lexicon_data_latin_letters)
CARRY(lexicon_data_particles)
CARRY(lexicon_data_titles)
CARRY(lexicon_data_heads)
CARRY(lexicon_data_place_words)
CARRY(lexicon_data_compound_words)
CARRY(lexicon_data_spellings)
CARRY(lexicon_data_construct)
CARRY(lexicon_data_joins)
CARRY(lexicon_data_countries)
CARRY(lexicon_data_ordinals)
CARRY(lexicon_data_links)
CARRY(lexicon_data_cyrillic_letters)
CARRY(lexicon_data_kinds)
CARRY(lexicon_data_policy)
CARRY(lexicon_data_ftm_schemas)
CARRY(lexicon_data_geonames_kinds)
CARRY(lexicon_data_wikidata_kinds)
CARRY(lexicon_data_wikidata_countries)
CARRY(lexicon_data_wikidata_languages)
CARRY(lexicon_data_country_names)
CARRY(lexicon_data_transducer)
CARRY(lexicon_data_pairs)
CARRY(lexicon_data_generic_word_hashes)
CARRY(lexicon_data_default_lexicon)

// The romanization schemes: a new one needs its two lines here.
static const unsigned char scheme_ala_lc[] = {
#embed "Schemes/ala-lc.tsv"
};
static const unsigned char scheme_ala_lc_persian[] = {
#embed "Schemes/ala-lc-persian.tsv"
};
static const unsigned char scheme_arabizi[] = {
#embed "Schemes/arabizi.tsv"
};
static const unsigned char scheme_arabtex[] = {
#embed "Schemes/arabtex.tsv"
};
static const unsigned char scheme_bgn_pcgn[] = {
#embed "Schemes/bgn-pcgn.tsv"
};
static const unsigned char scheme_bgn_pcgn_persian[] = {
#embed "Schemes/bgn-pcgn-persian.tsv"
};
static const unsigned char scheme_buckwalter[] = {
#embed "Schemes/buckwalter.tsv"
};
static const unsigned char scheme_buckwalter_safe[] = {
#embed "Schemes/buckwalter-safe.tsv"
};
static const unsigned char scheme_buckwalter_xml[] = {
#embed "Schemes/buckwalter-xml.tsv"
};
static const unsigned char scheme_common[] = {
#embed "Schemes/common.tsv"
};
static const unsigned char scheme_cyrillic_ru[] = {
#embed "Schemes/cyrillic-ru.tsv"
};
static const unsigned char scheme_din_31635[] = {
#embed "Schemes/din-31635.tsv"
};
static const unsigned char scheme_ei2[] = {
#embed "Schemes/ei2.tsv"
};
static const unsigned char scheme_ei3[] = {
#embed "Schemes/ei3.tsv"
};
static const unsigned char scheme_everyday[] = {
#embed "Schemes/everyday.tsv"
};
static const unsigned char scheme_french_maghreb[] = {
#embed "Schemes/french-maghreb.tsv"
};
static const unsigned char scheme_hans_wehr[] = {
#embed "Schemes/hans-wehr.tsv"
};
static const unsigned char scheme_hans_wehr_de[] = {
#embed "Schemes/hans-wehr-de.tsv"
};
static const unsigned char scheme_hsb[] = {
#embed "Schemes/hsb.tsv"
};
static const unsigned char scheme_icao_9303[] = {
#embed "Schemes/icao-9303.tsv"
};
static const unsigned char scheme_ijmes[] = {
#embed "Schemes/ijmes.tsv"
};
static const unsigned char scheme_iso_233[] = {
#embed "Schemes/iso-233.tsv"
};
static const unsigned char scheme_iso_233_2[] = {
#embed "Schemes/iso-233-2.tsv"
};
static const unsigned char scheme_malay[] = {
#embed "Schemes/malay.tsv"
};
static const unsigned char scheme_odni[] = {
#embed "Schemes/odni.tsv"
};
static const unsigned char scheme_odni_places[] = {
#embed "Schemes/odni-places.tsv"
};
static const unsigned char scheme_persian[] = {
#embed "Schemes/persian.tsv"
};
static const unsigned char scheme_satts[] = {
#embed "Schemes/satts.tsv"
};
static const unsigned char scheme_ses_1930[] = {
#embed "Schemes/ses-1930.tsv"
};
static const unsigned char scheme_somali[] = {
#embed "Schemes/somali.tsv"
};
static const unsigned char scheme_turkish[] = {
#embed "Schemes/turkish.tsv"
};
static const unsigned char scheme_ungegn_1972[] = {
#embed "Schemes/ungegn-1972.tsv"
};
static const unsigned char scheme_ungegn_2017[] = {
#embed "Schemes/ungegn-2017.tsv"
};
static const unsigned char scheme_urdu[] = {
#embed "Schemes/urdu.tsv"
};

#define SCHEME(identifier, bytes) {identifier, {bytes, sizeof(bytes)}}

// In the order of their identifiers.
static const LexiconDataScheme schemes[] = {
    SCHEME("ala-lc", scheme_ala_lc),
    SCHEME("ala-lc-persian", scheme_ala_lc_persian),
    SCHEME("arabizi", scheme_arabizi),
    SCHEME("arabtex", scheme_arabtex),
    SCHEME("bgn-pcgn", scheme_bgn_pcgn),
    SCHEME("bgn-pcgn-persian", scheme_bgn_pcgn_persian),
    SCHEME("buckwalter", scheme_buckwalter),
    SCHEME("buckwalter-safe", scheme_buckwalter_safe),
    SCHEME("buckwalter-xml", scheme_buckwalter_xml),
    SCHEME("common", scheme_common),
    SCHEME("cyrillic-ru", scheme_cyrillic_ru),
    SCHEME("din-31635", scheme_din_31635),
    SCHEME("ei2", scheme_ei2),
    SCHEME("ei3", scheme_ei3),
    SCHEME("everyday", scheme_everyday),
    SCHEME("french-maghreb", scheme_french_maghreb),
    SCHEME("hans-wehr", scheme_hans_wehr),
    SCHEME("hans-wehr-de", scheme_hans_wehr_de),
    SCHEME("hsb", scheme_hsb),
    SCHEME("icao-9303", scheme_icao_9303),
    SCHEME("ijmes", scheme_ijmes),
    SCHEME("iso-233", scheme_iso_233),
    SCHEME("iso-233-2", scheme_iso_233_2),
    SCHEME("malay", scheme_malay),
    SCHEME("odni", scheme_odni),
    SCHEME("odni-places", scheme_odni_places),
    SCHEME("persian", scheme_persian),
    SCHEME("satts", scheme_satts),
    SCHEME("ses-1930", scheme_ses_1930),
    SCHEME("somali", scheme_somali),
    SCHEME("turkish", scheme_turkish),
    SCHEME("ungegn-1972", scheme_ungegn_1972),
    SCHEME("ungegn-2017", scheme_ungegn_2017),
    SCHEME("urdu", scheme_urdu),
};

size_t lexicon_data_scheme_count(void) { return sizeof(schemes) / sizeof(schemes[0]); }

LexiconDataScheme lexicon_data_scheme(size_t index) { return schemes[index]; }
