"""F4, delegation that comes back."""

import itertools

from answers import Answers, found
from day import Line


def acyclic(day, rule, check):
    answers = Answers()
    lines = [line for line in day.lines if line.kind == "delegatesTo"]
    partial = []
    for code in sorted(day.arrangements):
        if day.arrangements[code]["kind"] == "delegation":
            drawn = lines_of(day, code)
            lines += drawn
            if not drawn:
                partial.append(code)
    undecided = [
        (relation["subject"], [c for c in relation["objectAmong"] if c in day.organisations])
        for relation in day.unresolved
        if relation["kind"] == "delegatesTo"
    ]
    if not (lines or partial or undecided):
        answers.unknown.append(rule["id"])
        return answers

    circling = set()
    for bodies in rings(lines):
        inner = [line for line in lines if line.subject in bodies and line.object in bodies]
        questions = [
            found(rule, check, sorted(ring), [], function=function, services=services, areas=areas)
            for ring, function, services, areas in questions_of(day, inner)
        ]
        if questions:
            answers.no += 1
            answers.findings += questions
            circling |= {body for question in questions for body in question.subjects}

    possible = [(line.subject, line.object) for line in lines]
    possible += [(body, candidate) for body, those in undecided for candidate in those]
    reach = reachable(possible)
    doubtful = {
        body
        for body, those in undecided
        if any(c == body or body in reach.get(c, ()) for c in those)
    } - circling
    answers.unknown += sorted(doubtful)
    answers.unknown += [code for code in partial if not day.whole(code, "parties")]
    answers.yes = len({line.subject for line in lines} - circling - doubtful)
    return answers


def lines_of(day, code):
    """In an arrangement of delegation each lead delegates to each other member."""
    arrangement = day.arrangements[code]
    parties = day.parties_of.get(code, [])
    return [
        Line(("arrangements", code), "delegatesTo", lead["organisation"], member["organisation"],
             arrangement["confidence"], tuple(arrangement["functions"]),
             tuple(arrangement["services"]), tuple(arrangement["areas"]))
        for lead in parties
        for member in parties
        if (lead["role"], member["role"]) == ("lead", "member")
        and lead["organisation"] != member["organisation"]
    ]


def questions_of(day, lines):
    """The rings of each function, with the services and areas in which they are rings."""
    functions, services = day.regime.functions, day.regime.services
    seen = {}
    for function, service, area in itertools.product(
        functions.tried(line.functions for line in lines),
        services.tried(line.services for line in lines),
        {None} | {area for line in lines for area in line.areas},
    ):
        about = [
            line
            for line in lines
            if functions.takes_in(line.functions, function)
            and services.takes_in(line.services, service)
            and day.takes_in(line.areas, area)
        ]
        for ring in rings(about):
            some, where = seen.setdefault((ring, function), (set(), set()))
            some.add(service)
            where.add(area)
    told = {
        (ring, function): (
            [] if None in some else services.broadest(some),
            [] if None in where else day.widest(where),
        )
        for (ring, function), (some, where) in seen.items()
    }
    for (ring, function), about in told.items():
        broader = [] if function is None else [None, *functions.broader(function) - {function}]
        if all(told.get((ring, other)) != about for other in broader):
            yield ring, function, *about


def rings(lines):
    """Largest sets of bodies that all reach each other, by plain closure."""
    reach = reachable([(line.subject, line.object) for line in lines])
    return {
        frozenset(other for other in reach[body] if body in reach.get(other, ()))
        for body in reach
        if body in reach[body]
    }


def reachable(pairs):
    """Whom each body reaches in one step or more."""
    next_to = {}
    for one, other in pairs:
        next_to.setdefault(one, set()).add(other)
    reach = {}
    for body in next_to:
        seen, pending = set(), [body]
        while pending:
            for other in next_to.get(pending.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    pending.append(other)
        reach[body] = seen
    return reach
