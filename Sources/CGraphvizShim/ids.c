#include "ids.h"

#include <stdlib.h>
#include <string.h>

// Names by id (index = id - 1; NULL for anonymous objects), and an open-addressed hash of the
// ids of those that have a name. One table for all kinds of objects, as in Graphviz's own.
//
// Names are strings of Graphviz's own pool: where it writes them it looks at what the pool keeps
// in front of each. The pool goes with the graph, so they are not freed here.
typedef struct {
  Agraph_t *graph;
  char **names;
  size_t count, capacity;
  size_t *slots; // id, or 0 for empty
  size_t slot_count;
} id_table;

static size_t hash_of(const char *name) {
  size_t hash = 1469598103934665603u; // FNV-1a
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

static size_t *slot_of(const id_table *table, const char *name) {
  size_t index = hash_of(name) & (table->slot_count - 1);
  while (table->slots[index] && strcmp(table->names[table->slots[index] - 1], name) != 0)
    index = (index + 1) & (table->slot_count - 1);
  return &table->slots[index];
}

static int grow(id_table *table) {
  size_t capacity = table->capacity * 2;
  char **names = realloc(table->names, capacity * sizeof *names);
  if (!names) return 0;
  table->names = names;
  size_t *slots = calloc(capacity * 2, sizeof *slots);
  if (!slots) return 0;
  free(table->slots);
  table->slots = slots;
  table->slot_count = capacity * 2;
  table->capacity = capacity;
  for (size_t i = 0; i < table->count; i++)
    if (names[i]) *slot_of(table, names[i]) = i + 1;
  return 1;
}

static void *open_ids(Agraph_t *graph, Agdisc_t *discipline) {
  (void)discipline;
  id_table *table = calloc(1, sizeof *table);
  if (!table) return NULL;
  table->graph = graph;
  table->capacity = 256;
  table->slot_count = 512;
  table->names = calloc(table->capacity, sizeof *table->names);
  table->slots = calloc(table->slot_count, sizeof *table->slots);
  return table;
}

static long map_id(void *state, int kind, char *name, IDTYPE *id, int create) {
  (void)kind;
  id_table *table = state;
  if (!table || !table->names || !table->slots) return 0;
  if (name) {
    size_t known = *slot_of(table, name);
    if (known) {
      *id = known;
      return 1;
    }
  }
  if (!create) return 0;
  if (table->count == table->capacity && !grow(table)) return 0;
  char *copy = NULL;
  if (name) {
    copy = agstrdup(table->graph, name);
    if (!copy) return 0;
    *slot_of(table, name) = table->count + 1;
  }
  table->names[table->count++] = copy;
  *id = table->count;
  return 1;
}

// Nobody may choose an id: that would break the sequence.
static long allocate_id(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
  return 0;
}

// Ids are never used again within a graph, so nothing is freed before the graph is closed.
static void free_id(void *state, int kind, IDTYPE id) {
  (void)state;
  (void)kind;
  (void)id;
}

static char *name_of(void *state, int kind, IDTYPE id) {
  (void)kind;
  const id_table *table = state;
  return table && id >= 1 && id <= table->count ? table->names[id - 1] : NULL;
}

static void close_ids(void *state) {
  id_table *table = state;
  if (!table) return;
  free(table->names);
  free(table->slots);
  free(table);
}

static void register_object(void *state, int kind, void *object) {
  (void)state;
  (void)kind;
  (void)object;
}

// The casts take up what differs between versions in signedness and constness only.
#define AS_FIELD(field, function) ((__typeof__(((Agiddisc_t *)0)->field))(function))

Agiddisc_t *gvs_sequential_ids(void) {
  static Agiddisc_t ids;
  ids.open = AS_FIELD(open, open_ids);
  ids.map = AS_FIELD(map, map_id);
  ids.alloc = AS_FIELD(alloc, allocate_id);
  ids.free = AS_FIELD(free, free_id);
  ids.print = AS_FIELD(print, name_of);
  ids.close = AS_FIELD(close, close_ids);
  ids.idregister = AS_FIELD(idregister, register_object);
  return &ids;
}
