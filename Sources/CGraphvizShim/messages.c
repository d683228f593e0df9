#include "messages.h"

#include <gvc.h>
#include <stdlib.h>
#include <string.h>

// Graphviz hands its listener no state of the caller's, so it has to be static. It is only
// touched under the lock in shim.c.
static char *text;
static size_t length, capacity;
static int failed;

// Enough to say what is wrong; a hostile graph can produce a message for each of its parts.
static const size_t limit = 64 * 1024;

static void append(const char *fragment, size_t count) {
  if (length + count > limit) count = limit - length;
  if (length + count + 1 > capacity) {
    size_t wanted = (length + count + 1) * 2;
    char *grown = realloc(text, wanted);
    if (!grown) return;
    text = grown;
    capacity = wanted;
  }
  memcpy(text + length, fragment, count);
  length += count;
  text[length] = '\0';
}

static int at_line_start(void) { return length == 0 || text[length - 1] == '\n'; }

// A message arrives as "Error" or "Warning", ": ", and its text with or without a line feed.
static int listen(char *fragment) {
  size_t count = strlen(fragment);
  int level = strcmp(fragment, "Error") == 0 || strcmp(fragment, "Warning") == 0;
  if (level && !at_line_start()) append("\n", 1);
  if (at_line_start() && strncmp(fragment, "Error", 5) == 0) failed = 1;
  append(fragment, count);
  return 0;
}

void gvs_messages_start(void) {
  length = 0;
  failed = 0;
  if (text) text[0] = '\0';
  agseterr(AGWARN);
  agseterrf((agusererrf)listen);
  agreseterrors();
}

int gvs_messages_failed(void) { return failed || agerrors() >= AGERR; }

char *gvs_messages_take(void) {
  while (length > 0 && text[length - 1] == '\n') text[--length] = '\0';
  return strdup(length ? text : "");
}
