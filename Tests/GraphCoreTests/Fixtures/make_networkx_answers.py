#!/usr/bin/env python3
"""Asks networkx for the answers that GraphCore is checked against.

Run by hand, once, and again when a case is added:

    python3 -m venv venv && venv/bin/pip install networkx==3.6.1
    venv/bin/python make_networkx_answers.py > networkx-answers.json

Every graph is a directed multigraph whose edges have kinds 0, 1 and 2; each question is asked of
all edges and of those of kinds 0 and 2 alone.
"""

import json
import random
import sys

import networkx as nx
from networkx.algorithms import bipartite

KINDS = [[0, 1, 2], [0, 2]]


def edge_lists():
    """Names and yields (nodes, edges) to ask about; edges are (source, target) in order."""
    yield "empty", (3, [])
    yield "one loop", (1, [(0, 0)])
    yield "path", (12, list(nx.path_graph(12, create_using=nx.DiGraph).edges))
    yield "ring", (9, list(nx.cycle_graph(9, create_using=nx.DiGraph).edges))
    yield "complete", (6, list(nx.complete_graph(6, create_using=nx.DiGraph).edges))
    yield "binary tree", (
        31, list(nx.balanced_tree(2, 4, create_using=nx.DiGraph).edges))
    karate = nx.karate_club_graph()
    yield "karate club, low to high", (34, [(min(e), max(e)) for e in karate.edges])
    yield "karate club, both ways", (34, list(karate.to_directed().edges))
    # The flow graph of Lengauer and Tarjan's paper, 1979: R A B C D E F G H I J K L.
    names = "RABCDEFGHIJKL"
    arcs = "RA RB RC AD BA BD BE CF CG DL EH FI GI GJ HE HK IK JI KI KR LH"
    yield "Lengauer and Tarjan 1979", (
        13, [(names.index(a[0]), names.index(a[1])) for a in arcs.split()])
    for seed in range(6):
        graph = nx.scale_free_graph(40, seed=seed)
        yield f"scale free {seed}", (40, [(u, v) for u, v, _ in graph.edges(keys=True)])
    for seed, (nodes, edges) in enumerate(
        [(10, 15), (20, 25), (20, 60), (50, 55), (50, 90), (60, 70), (40, 160)]
    ):
        draw = random.Random(seed)
        yield f"uniform {nodes} {edges}", (
            nodes, [(draw.randrange(nodes), draw.randrange(nodes)) for _ in range(edges)])
    for seed, (nodes, edges) in enumerate([(15, 30), (40, 80), (60, 200)]):
        draw = random.Random(100 + seed)
        order = draw.sample(range(nodes), nodes)
        pairs = [sorted(draw.sample(range(nodes), 2)) for _ in range(edges)]
        yield f"acyclic {nodes} {edges}", (nodes, [(order[a], order[b]) for a, b in pairs])


def answers(nodes, edges, kinds):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(
        (u, v) for i, (u, v) in enumerate(edges) if i % 3 in kinds)
    simple = nx.DiGraph(graph)
    sources = sorted({0, nodes // 2})
    components = sorted(sorted(c) for c in nx.strongly_connected_components(graph))
    condensed = nx.condensation(simple, components)
    acyclic = nx.is_directed_acyclic_graph(graph)
    reach = {}
    for direction, view in [
        ("outgoing", graph), ("incoming", graph.reverse()), ("either", graph.to_undirected())
    ]:
        reach[direction] = [
            min((d[node] for d in (nx.single_source_shortest_path_length(view, s)
                                   for s in sources) if node in d), default=None)
            for node in range(nodes)]
    cycle = {}
    for component in components:
        inside = simple.subgraph(component)
        lengths = []
        for bound in range(1, len(component) + 1):
            first = next(nx.simple_cycles(inside, length_bound=bound), None)
            if first is not None:
                lengths.append(len(first))
                break
        cycle[component[0]] = lengths[0] if lengths else None

    def dominators(view):
        found = nx.immediate_dominators(view, 0)
        return [None if node == 0 else found.get(node) for node in range(nodes)]

    return {
        "kinds": kinds,
        "sources": sources,
        "distances": reach,
        "components": components,
        "shortestCycles": [cycle[c[0]] for c in components],
        "condensedEdges": sorted([components[a][0], components[b][0]] for a, b in condensed.edges),
        "levels": [sorted(g) for g in nx.topological_generations(graph)] if acyclic else None,
        "immediateDominators": dominators(graph),
        "immediatePostdominators": dominators(graph.reverse()),
    }


def bipartite_cases():
    """Real and drawn two-sided graphs: nodes below `side` on the one side, the rest on the other."""
    women = nx.davis_southern_women_graph()
    names = women.graph["top"] + women.graph["bottom"]
    yield "southern women", len(women.graph["top"]), len(names), [
        (names.index(u), names.index(v)) for u, v in women.edges]
    for seed in range(4):
        drawn = bipartite.random_graph(15, 10, 0.1 + 0.1 * seed, seed=seed)
        yield f"drawn {seed}", 15, 25, [sorted(e) for e in drawn.edges]


def projection(name, side, nodes, edges):
    graph = nx.Graph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from(edges)
    counts = bipartite.weighted_projected_graph(graph, range(side))
    shares = bipartite.overlap_weighted_projected_graph(graph, range(side), jaccard=True)
    return {
        "name": name, "side": side, "nodes": nodes, "edges": [list(e) for e in edges],
        "pairs": sorted(
            [min(u, v), max(u, v), counts[u][v]["weight"], shares[u][v]["weight"]]
            for u, v in counts.edges),
    }


def intervals(seed):
    draw = random.Random(seed)
    # networkx joins equal intervals into one node, so they are all made different.
    bounds = sorted({tuple(sorted(draw.choices(range(60), k=2))) for _ in range(25)})
    draw.shuffle(bounds)
    graph = nx.interval_graph(bounds)
    place = {b: i for i, b in enumerate(bounds)}
    return {
        "intervals": [list(b) for b in bounds],
        "pairs": sorted(sorted((place[u], place[v])) for u, v in graph.edges if u != v),
        "depth": max(len(c) for c in nx.find_cliques(graph)),
    }


def main():
    graphs = [
        {"name": name, "nodes": nodes, "edges": [list(e) for e in edges],
         "answers": [answers(nodes, edges, kinds) for kinds in KINDS]}
        for name, (nodes, edges) in edge_lists()]
    json.dump(
        {"madeWith": f"networkx {nx.__version__}", "graphs": graphs,
         "projections": [projection(*case) for case in bipartite_cases()],
         "sweeps": [intervals(seed) for seed in range(5)]},
        sys.stdout, separators=(",", ":"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
