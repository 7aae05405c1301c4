#pragma once
#include <stddef.h>

// A file of the web page that the program carries, or of the interface's description.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} ServicePageFile;

size_t service_page_count(void);
ServicePageFile service_page_file(size_t index);
