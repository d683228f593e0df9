// Sequential ids for the objects of a graph.
//
// Graphviz before 10.0.1 takes the address of an object's name for its id and orders subgraphs
// by id, so that layouts depend on where the allocator put a string. Numbers handed out in the
// order of reading make them depend on the text alone.
#ifndef GVS_IDS_H
#define GVS_IDS_H

#include <gvc.h>

/// The discipline to read a graph with.
Agiddisc_t *gvs_sequential_ids(void);

#endif
