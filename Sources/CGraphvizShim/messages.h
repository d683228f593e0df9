// What Graphviz says while it works, joined from the fragments it says it in.
#ifndef GVS_MESSAGES_H
#define GVS_MESSAGES_H

/// Forgets all messages and Graphviz's own sticky error level, and listens from here on.
void gvs_messages_start(void);

/// Whether a message that started with "Error" came since the start.
int gvs_messages_failed(void);

/// The messages since the start, in memory the caller frees; NULL when memory is out.
char *gvs_messages_take(void);

#endif
