"""F1, several overseers of one function, and F11, work in several regions."""

import itertools

from answers import Answers, found


def one_overseer(day, rule, check):
    answers = Answers()
    for body in day.meant(rule["subjects"]):
        lines = day.into("oversees", body)
        overlaps = [
            found(rule, check, [body], [line.confidence for line in lines],
                  involved={line.subject for line in lines}, function=function,
                  services=services, areas=areas, by_design=by_design)
            for function, services, areas, by_design, lines in overlaps_of(day, lines)
        ]
        answers.take(body, overlaps, lines or day.whole(body, "oversight"))
    return answers


def overlaps_of(day, lines):
    """Where lines overlap: function, services, areas, whether by design, and the lines."""
    functions = day.regime.functions
    words = set(functions.words) | {word for line in lines for word in line.functions}
    at = {word: overlaps_at(day, lines, word) for word in words | {None}}
    for word, groups in at.items():
        above = [] if word is None else [None, *functions.broader(word) - {word}]
        told = {key for other in above for key in at.get(other, {})}
        for key, members in groups.items():
            if key not in told:
                subjects, by_design, services, areas = key
                yield word, list(services), list(areas), by_design, members


def overlaps_at(day, lines, function):
    """The overlaps at one function, by who, whether by design, in which services and areas."""
    lines = [line for line in lines if day.regime.functions.takes_in(line.functions, function)]
    services = {None} | {word for line in lines for word in line.services}
    areas = {None} | {area for line in lines for area in line.areas}
    points = {}
    for service, area in itertools.product(services, areas):
        meeting = [
            line
            for line in lines
            if day.regime.services.takes_in(line.services, service)
            and day.takes_in(line.areas, area)
        ]
        if len({line.subject for line in meeting}) < 2:
            continue
        if any(line.strength == "lead" for line in meeting):
            continue
        counted = [line for line in meeting if not line.by_design]
        by_design = len({line.subject for line in counted}) < 2
        kept = meeting if by_design else counted
        who = frozenset(line.subject for line in kept)
        points.setdefault((who, by_design), {})[service, area] = kept
    largest = {
        (who, by_design): here
        for (who, by_design), here in points.items()
        if not any(who < more and (by_design or not design) for more, design in points)
    }
    return {
        (who, by_design, listed(some), listed(where)): members
        for (who, by_design), here in largest.items()
        for some, where, members in rectangles(here)
    }


def rectangles(points):
    """Services that meet in the same areas are told together."""
    areas = {}
    for service, area in points:
        areas.setdefault(service, set()).add(area)
    for where in {frozenset(a) for a in areas.values()}:
        some = {service for service, a in areas.items() if a == where}
        yield some, where, [line for s in some for a in where for line in points[s, a]]


def listed(words):
    return () if None in words else tuple(sorted(words))


def one_region(day, rule, check):
    answers = Answers()
    for provider in day.meant(rule["subjects"]):
        reached, grades, is_whole, elsewhere = {}, [], True, False
        for line in day.homes_and_works(provider):
            regions = regions_of(day, line.object)
            is_whole &= bool(regions)
            for region, grade in regions.items():
                if region not in reached:
                    reached[region] = True
                    grades += [line.confidence, grade]
        for relation in day.unresolved:
            if (relation["subject"], relation["kind"]) != (provider, "serves"):
                continue
            if relation["role"] == "specialisedOnly":
                continue
            regions = [
                set(regions_of(day, c)) for c in relation["objectAmong"] if c in day.organisations
            ]
            if regions and all(r and r.isdisjoint(reached) for r in regions):
                elsewhere = True
                grades.append(relation["confidence"])
            elif not all(r and r <= set(reached) for r in regions):
                is_whole = False
        straddles = len(reached) + elsewhere > 1
        finding = [found(rule, check, [provider], grades, involved=reached)] if straddles else []
        answers.take(provider, finding, len(reached) == 1 and is_whole)
    return answers


def regions_of(day, system):
    """The regions that contain an ICS, each with how sure that is."""
    return {
        line.subject: line.confidence
        for line in day.into("contains", system)
        if day.kind(line.subject) == "region"
    }
