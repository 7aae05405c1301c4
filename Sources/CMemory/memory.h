// What Swift has no word for: asking for memory before it is read.
#pragma once

// Asks the processor for the line that a place lies in; any place will do, also one outside of what may be read.
static inline void ism_prefetch(const void *place) { __builtin_prefetch(place); }
