#pragma once
#include <dlfcn.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#if U_ICU_VERSION_MAJOR_NUM < 70
#error "ICU 70 or newer is required"
#endif

// ICU's headers rename every function with a version suffix (unorm2_normalize
// becomes unorm2_normalize_72), and Swift sees only the suffixed names. These
// wrappers give Swift names that do not change with the installed ICU.

static inline const char *icu_errorName(UErrorCode code) { return u_errorName(code); }

static inline const UNormalizer2 *icu_nfkcCasefold(UErrorCode *status) {
  return unorm2_getNFKCCasefoldInstance(status);
}
static inline const UNormalizer2 *icu_nfc(UErrorCode *status) { return unorm2_getNFCInstance(status); }
static inline const UNormalizer2 *icu_nfd(UErrorCode *status) { return unorm2_getNFDInstance(status); }
static inline int32_t icu_normalize(
    const UNormalizer2 *normalizer, const UChar *source, int32_t sourceCount,
    UChar *target, int32_t targetCapacity, UErrorCode *status) {
  return unorm2_normalize(normalizer, source, sourceCount, target, targetCapacity, status);
}

// Transliteration lives in a library of its own, which few names need and which would add a fifth to the time that a
// program with ICU takes to start. So it is loaded when the first name needs it. Debian's libicu72 holds both.
#define ICU_QUOTED(name) #name
#define ICU_SYMBOL(name) ICU_QUOTED(name)
static inline void *icu_transliterationSymbol(const char *name) {
  void *library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_GLOBAL);
  return library ? dlsym(library, name) : NULL;
}

static inline UTransliterator *icu_openTransliterator(
    const UChar *identifier, int32_t identifierCount, UErrorCode *status) {
  UTransliterator *(*open)(const UChar *, int32_t, UTransDirection, const UChar *, int32_t, UParseError *, UErrorCode *) =
      (UTransliterator *(*)(const UChar *, int32_t, UTransDirection, const UChar *, int32_t, UParseError *, UErrorCode *))
          icu_transliterationSymbol(ICU_SYMBOL(utrans_openU));
  if (!open) {
    *status = U_FILE_ACCESS_ERROR;
    return NULL;
  }
  return open(identifier, identifierCount, UTRANS_FORWARD, 0, 0, 0, status);
}
static inline void icu_closeTransliterator(UTransliterator *transliterator) {
  void (*close)(UTransliterator *) = (void (*)(UTransliterator *))icu_transliterationSymbol(ICU_SYMBOL(utrans_close));
  if (close) close(transliterator);
}
static inline void icu_transliterate(
    const UTransliterator *transliterator, UChar *text, int32_t *textCount,
    int32_t textCapacity, UErrorCode *status) {
  void (*run)(const UTransliterator *, UChar *, int32_t *, int32_t, int32_t, int32_t *, UErrorCode *) =
      (void (*)(const UTransliterator *, UChar *, int32_t *, int32_t, int32_t, int32_t *, UErrorCode *))
          icu_transliterationSymbol(ICU_SYMBOL(utrans_transUChars));
  if (!run) {
    *status = U_FILE_ACCESS_ERROR;
    return;
  }
  int32_t limit = *textCount;
  run(transliterator, text, textCount, textCapacity, 0, &limit, status);
}

static inline int32_t icu_script(UChar32 scalar) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(scalar, &status);
}

static inline const char *const *icu_countries(void) { return uloc_getISOCountries(); }
static inline int32_t icu_displayCountry(
    const char *locale, const char *displayLocale, UChar *target, int32_t targetCapacity,
    UErrorCode *status) {
  return uloc_getDisplayCountry(locale, displayLocale, target, targetCapacity, status);
}
static inline const char *icu_longCountry(const char *locale) { return uloc_getISO3Country(locale); }
static inline const char *icu_version(void) { return U_ICU_VERSION; }

static inline const char *icu_scriptName(UChar32 scalar) { return uscript_getShortName((UScriptCode)icu_script(scalar)); }

static inline int32_t icu_eastAsianWidth(UChar32 scalar) { return u_getIntPropertyValue(scalar, UCHAR_EAST_ASIAN_WIDTH); }
