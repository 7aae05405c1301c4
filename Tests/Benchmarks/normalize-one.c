// Opens ICU and normalizes one string: what a cold start of `ism` is compared with.
//   cc -O2 Tests/Benchmarks/normalize-one.c -o normalize-one -licuuc
#include <stdio.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

int main(void) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCCasefoldInstance(&status);
  UChar text[64], normalized[128];
  char bytes[256];
  int32_t count;
  u_strFromUTF8(text, 64, &count, "جيش العزة", -1, &status);
  count = unorm2_normalize(normalizer, text, count, normalized, 128, &status);
  u_strToUTF8(bytes, sizeof bytes, NULL, normalized, count, &status);
  puts(bytes);
  return U_FAILURE(status);
}
