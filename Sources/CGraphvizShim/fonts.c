#include "CGraphvizShim.h"

#include <dlfcn.h>
#include <stdio.h>

// The few functions of fontconfig that are needed, by their documented signatures. Its headers
// are not required to build, and without the library there are no fonts to ask about.
typedef struct {
  void *library;
  int (*init)(void);
  void *(*parse)(const unsigned char *name);
  int (*substitute)(void *config, void *pattern, int kind);
  void (*defaults)(void *pattern);
  void *(*match)(void *config, void *pattern, int *result);
  int (*string)(const void *pattern, const char *object, int n, unsigned char **value);
  void (*destroy)(void *pattern);
} fontconfig;

static int load(fontconfig *fonts) {
  fonts->library = dlopen("libfontconfig.so.1", RTLD_NOW | RTLD_LOCAL);
  if (!fonts->library) return 0;
  *(void **)&fonts->init = dlsym(fonts->library, "FcInit");
  *(void **)&fonts->parse = dlsym(fonts->library, "FcNameParse");
  *(void **)&fonts->substitute = dlsym(fonts->library, "FcConfigSubstitute");
  *(void **)&fonts->defaults = dlsym(fonts->library, "FcDefaultSubstitute");
  *(void **)&fonts->match = dlsym(fonts->library, "FcFontMatch");
  *(void **)&fonts->string = dlsym(fonts->library, "FcPatternGetString");
  *(void **)&fonts->destroy = dlsym(fonts->library, "FcPatternDestroy");
  return fonts->init && fonts->parse && fonts->substitute && fonts->defaults && fonts->match &&
         fonts->string && fonts->destroy;
}

int gvs_font_match(const char *family, char *buffer, size_t capacity) {
  fontconfig fonts;
  if (!load(&fonts) || !fonts.init()) return 0;
  void *wanted = fonts.parse((const unsigned char *)family);
  if (!wanted) return 0;
  fonts.substitute(NULL, wanted, 0);
  fonts.defaults(wanted);
  int status = 0;
  void *found = fonts.match(NULL, wanted, &status);
  unsigned char *name = NULL;
  int known = found && fonts.string(found, "family", 0, &name) == 0 && name;
  if (known) snprintf(buffer, capacity, "%s", (const char *)name);
  if (found) fonts.destroy(found);
  fonts.destroy(wanted);
  return known;
}
