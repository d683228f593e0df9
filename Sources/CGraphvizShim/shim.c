#define _GNU_SOURCE
#include "CGraphvizShim.h"

#include <dlfcn.h>
#include <gvc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ids.h"
#include "messages.h"

struct gvs_context {
  GVC_t *gvc;
  int major;
};

typedef struct {
  char *data;
  size_t length;
} picture;

struct gvs_result {
  gvs_stage stage;
  char *messages;
  double seconds;
  size_t count;
  picture pictures[];
};

// Two threads in libgvc crash it, with one context or two. Layout and rendering share static
// state throughout, so the lock belongs to the library, not to a context.
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

// MARK: Files

// Up to 6.0.0 Graphviz refuses to open images and shapes when this exported global is set, as
// it would be behind a web server. Later versions dropped it; there only the closed list of
// attributes keeps files shut.
static char **file_guard(void) { return dlsym(RTLD_DEFAULT, "HTTPServerEnVar"); }

int gvs_blocks_files(void) {
  char **guard = file_guard();
  return guard && *guard;
}

char **gvs_environment(void) { return environ; }

// MARK: Contexts

// libgvc's own context is made once and never freed: the text plugin keeps pointers to the names
// of fonts that it owns, and would read them with the next context after they are gone.
static GVC_t *shared;

static void start(void) {
  char **guard = file_guard();
  if (guard) *guard = "footprints";
  gvs_messages_start();
  shared = gvContext();
}

gvs_context *gvs_context_create(void) {
  gvs_context *context = calloc(1, sizeof *context);
  if (!context) return NULL;
  pthread_mutex_lock(&lock);
  if (!shared) start();
  context->gvc = shared;
  if (shared) context->major = atoi(gvcVersion(shared));
  // As the default, so that graphs that layouts make for themselves have them too.
  if (shared && context->major < 10) AgDefaultDisc.id = gvs_sequential_ids();
  pthread_mutex_unlock(&lock);
  if (!context->gvc) {
    free(context);
    return NULL;
  }
  return context;
}

void gvs_context_free(gvs_context *context) { free(context); }

const char *gvs_version(gvs_context *context) { return gvcVersion(context->gvc); }

// MARK: Reading

typedef struct {
  const char *bytes;
  size_t left;
} source;

static int read_source(void *channel, char *buffer, int capacity) {
  source *from = channel;
  size_t count = from->left < (size_t)capacity ? from->left : (size_t)capacity;
  memcpy(buffer, from->bytes, count);
  from->bytes += count;
  from->left -= count;
  return (int)count;
}

static Agraph_t *read_graph(const char *dot, size_t length) {
  Agiodisc_t io = AgIoDisc;
  io.afread = read_source;
  Agdisc_t discipline = AgDefaultDisc;
  discipline.io = &io;
  source from = {dot, length};
  agreadline(1); // or lines in messages are counted on from the last text
  Agraph_t *graph = agread(&from, &discipline);
  // The lexer keeps what follows the first graph and would hand it to the next caller.
  for (Agraph_t *rest = graph; rest;) {
    rest = agread(&from, &discipline);
    if (rest) agclose(rest);
  }
  return graph;
}

// MARK: Layout

// dot moves `v` of a rank to a larger block when labels of flat edges need room, and frees the
// old one, but leaves `av`, which gvFreeLayout frees again. Fixed in 13.0.1.
static void mend_ranks(const gvs_context *context, Agraph_t *graph) {
  if (context->major >= 13 || !aggetrec(graph, "Agraphinfo_t", 0) || !GD_rank(graph)) return;
  for (int rank = GD_minrank(graph); rank <= GD_maxrank(graph); rank++)
    if (GD_rank(graph)[rank].av != GD_rank(graph)[rank].v)
      GD_rank(graph)[rank].av = GD_rank(graph)[rank].v;
}

static void free_layout(const gvs_context *context, Agraph_t *graph) {
  mend_ranks(context, graph);
  gvFreeLayout(context->gvc, graph);
}

// MARK: Rendering

// The page is cut out after the layout, since the scale follows from the drawing's size.
static void set_page(Agraph_t *graph, const gvs_request *request) {
  if (request->page_width <= 0 || request->page_height <= 0) return;
  double scale = 1;
  boxf box = GD_bb(graph);
  double x = (box.LL.x + box.UR.x) / 2, y = (box.LL.y + box.UR.y) / 2;
  if (request->page_is_canvas) {
    x = request->page_width / 2;
    y = request->page_height / 2;
  } else {
    double across = (request->page_width - 2 * request->page_margin) / (box.UR.x - box.LL.x);
    double down = (request->page_height - 2 * request->page_margin) / (box.UR.y - box.LL.y);
    if (across < scale) scale = across;
    if (down < scale) scale = down;
  }
  char viewport[160];
  snprintf(viewport, sizeof viewport, "%.6f,%.6f,%.6f,%.6f,%.6f", request->page_width,
           request->page_height, scale, x, y);
  agattr(graph, AGRAPH, "viewport", viewport);
}

static int render_picture(const gvs_context *context, Agraph_t *graph, const char *format,
                          double png_dpi, picture *into) {
  // `unsigned` before 13.0, `size_t` since; the union is read as what was written.
  union {
    unsigned narrow;
    size_t wide;
  } length = {.wide = 0};
  // Graphviz reads the resolution when it lays out, but uses it when it renders. Setting it in
  // between gives bitmaps their own from the same layout.
  double before = GD_drawing(graph)->dpi;
  if (png_dpi > 0 && strcmp(format, "png") == 0) GD_drawing(graph)->dpi = png_dpi;
  int status = gvRenderData(context->gvc, graph, format, &into->data, (void *)&length);
  GD_drawing(graph)->dpi = before;
  into->length = context->major < 13 ? length.narrow : length.wide;
  return status == 0 && into->data;
}

static gvs_stage draw(const gvs_context *context, Agraph_t *graph, const gvs_request *request,
                      gvs_result *result) {
  // sfdp draws on the generators of the C library without seeding them, so that its layout
  // would depend on how many went before it.
  srand(1);
  srand48(1);
  if (gvLayout(context->gvc, graph, request->engine) != 0 || gvs_messages_failed())
    return GVS_LAYOUT;
  set_page(graph, request);
  for (size_t i = 0; i < result->count; i++)
    if (!render_picture(context, graph, request->formats[i], request->png_dpi,
                        &result->pictures[i]) ||
        gvs_messages_failed())
      return GVS_RENDER;
  return GVS_DONE;
}

static gvs_stage run(const gvs_context *context, const gvs_request *request,
                     gvs_result *result) {
  Agraph_t *graph = read_graph(request->dot, request->dot_length);
  if (!graph) return GVS_PARSE;
  if (gvs_messages_failed()) {
    agclose(graph);
    return GVS_PARSE;
  }
  gvs_stage stage = draw(context, graph, request, result);
  free_layout(context, graph);
  agclose(graph);
  return stage;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static void free_pictures(gvs_result *result) {
  for (size_t i = 0; i < result->count; i++) {
    if (result->pictures[i].data) gvFreeRenderData(result->pictures[i].data);
    result->pictures[i] = (picture){NULL, 0};
  }
}

gvs_result *gvs_render(gvs_context *context, const gvs_request *request) {
  gvs_result *result =
      calloc(1, sizeof *result + request->format_count * sizeof *result->pictures);
  if (!result) return NULL;
  result->count = request->format_count;
  pthread_mutex_lock(&lock);
  double start = now();
  gvs_messages_start();
  result->stage = run(context, request, result);
  result->messages = gvs_messages_take();
  if (result->stage != GVS_DONE) free_pictures(result);
  result->seconds = now() - start;
  pthread_mutex_unlock(&lock);
  return result;
}

void gvs_result_free(gvs_result *result) {
  if (!result) return;
  free_pictures(result);
  free(result->messages);
  free(result);
}

gvs_stage gvs_result_stage(const gvs_result *result) { return result->stage; }

const char *gvs_result_messages(const gvs_result *result) {
  return result->messages ? result->messages : "";
}

const unsigned char *gvs_result_picture(const gvs_result *result, size_t index,
                                        size_t *length) {
  if (index >= result->count) return NULL;
  *length = result->pictures[index].length;
  return (const unsigned char *)result->pictures[index].data;
}

double gvs_result_seconds(const gvs_result *result) { return result->seconds; }
