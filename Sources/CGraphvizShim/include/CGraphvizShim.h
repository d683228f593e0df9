// What Swift sees of Graphviz: opaque handles and two dozen plain functions.
//
// Most of libgvc cannot be imported as it is (variadic functions, function macros, mutable
// globals, lengths whose type depends on the version), and four of its faults have to be worked
// around where its own structures can be seen. Both happen here and nowhere else.
#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How far a render came before it failed.
typedef enum {
  GVS_DONE = 0,
  GVS_PARSE = 1,
  GVS_LAYOUT = 2,
  GVS_RENDER = 3,
} gvs_stage;

/// A way in to Graphviz and its plugins. libgvc is not safe for threads even with contexts of
/// their own, so all of them share one context of libgvc's, and every function below that enters
/// it takes one lock.
typedef struct gvs_context gvs_context;

/// The pictures of one render and what Graphviz said meanwhile.
typedef struct gvs_result gvs_result;

/// Creates a way in and closes Graphviz's access to files where that can be done; NULL if
/// memory or plugins are missing.
gvs_context *gvs_context_create(void);

/// Frees what `gvs_context_create` made. NULL is allowed.
void gvs_context_free(gvs_context *context);

/// The version Graphviz calls itself by, such as "2.43.0". Lives as long as the context.
const char *gvs_version(gvs_context *context);

/// What to draw and how. Lengths are in points.
typedef struct {
  const char *dot;
  size_t dot_length;
  const char *engine;
  const char *const *formats;
  size_t format_count;
  /// Resolution of bitmaps; 0 leaves Graphviz's own.
  double png_dpi;
  /// Exact size of the page; 0 takes the size of the drawing.
  double page_width, page_height;
  /// Blank space kept on each side of the page.
  double page_margin;
  /// 1 if coordinates are those of the page; 0 to shrink the drawing to fit and centre it.
  int page_is_canvas;
} gvs_request;

/// Reads the first graph of the request, lays it out once and renders it in each format.
///
/// Everything but the result is freed on every path. Any message that starts with "Error" is a
/// failure, even where Graphviz itself reports success. NULL only when memory is out.
gvs_result *gvs_render(gvs_context *context, const gvs_request *request);

/// Frees a result. NULL is allowed.
void gvs_result_free(gvs_result *result);

/// `GVS_DONE`, or the stage that failed.
gvs_stage gvs_result_stage(const gvs_result *result);

/// All messages, joined from their fragments, one a line; empty if there were none.
const char *gvs_result_messages(const gvs_result *result);

/// The picture in the format at `index` and its length in bytes; NULL after a failure.
const unsigned char *gvs_result_picture(const gvs_result *result, size_t index, size_t *length);

/// Seconds the render held the lock.
double gvs_result_seconds(const gvs_result *result);

/// Writes the family that fontconfig picks for `family` to `buffer`; 1 if it could be asked.
///
/// fontconfig is what Graphviz asks as well. It is looked up when called, not linked.
int gvs_font_match(const char *family, char *buffer, size_t capacity);

/// 1 if Graphviz's plugins are kept from opening files, which versions up to 6.0.0 can be.
int gvs_blocks_files(void);

/// The environment of this process, which Swift 6 rightly will not read as a global.
char **gvs_environment(void);

#ifdef __cplusplus
}
#endif

#endif
