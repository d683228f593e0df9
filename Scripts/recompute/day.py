"""A register on one day under a regime: what is in force, and the lines between bodies."""

import dataclasses

from tables import in_force, matches

CONFIDENCE = ["assumed", "derived", "recorded"]
BY_LAW = ("statute", "regulation")


def weakest(grades):
    return min(grades, key=CONFIDENCE.index)


def grouped(rows, column):
    groups = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


@dataclasses.dataclass(frozen=True)
class Line:
    """A relation between two bodies in force, recorded or standing."""

    record: tuple  # table and id
    kind: str
    subject: str
    object: str
    confidence: str
    functions: tuple = ()
    services: tuple = ()
    areas: tuple = ()
    role: str = ""
    share: float | None = None
    strength: str = ""
    by_design: bool = False


class Day:
    def __init__(self, register, day, regime):
        self.register, self.day, self.regime = register, day, regime
        self.organisations = self._alive(register.organisations)
        self.arrangements = self._alive(register.arrangements)
        self.forums = self._alive(register.forums)
        self.parties = [
            party
            for party in self._now(register.parties)
            if party["arrangement"] in self.arrangements
            and party["organisation"] in self.organisations
        ]
        self.parties_of = grouped(self.parties, "arrangement")
        self.seats_of = grouped(self._now(register.seats), "forum")
        self.statements = {
            (row["subject"], row["aspect"]): row["confidence"]
            for row in self._now(register.completeness)
        }
        self.unresolved = []  # relations of which only candidates for the object are known
        self.lines = []
        for relation in self._now(register.relations):
            if relation["subject"] not in self.organisations:
                continue
            if not relation["object"]:
                self.unresolved.append(relation)
            elif relation["object"] in self.organisations:
                self.lines.append(recorded(relation))
        self.lines += standing_lines(self, regime)
        self._into, self._from = {}, {}
        for line in self.lines:
            self._into.setdefault((line.kind, line.object), []).append(line)
            self._from.setdefault((line.kind, line.subject), []).append(line)

    def _now(self, rows):
        return [row for row in rows if in_force(row, self.day)]

    def _alive(self, rows):
        return {row["id"]: row for row in self._now(rows)}

    def into(self, kind, body):
        return self._into.get((kind, body), [])

    def leading_from(self, kind, body):
        return self._from.get((kind, body), [])

    def kind(self, body):
        return self.organisations[body]["kind"] if body in self.organisations else None

    def meant(self, pattern):
        """The organisations of a pattern, by code."""
        return sorted(c for c, row in self.organisations.items() if matches(pattern, row))

    def whole(self, subject, aspect):
        """How sure it is that the records of an aspect are all there are; `None` if nobody says."""
        return self.statements.get((subject, aspect))

    def is_within(self, area, other):
        """Whether an area is another or lies within it, through however many others."""
        seen, pending = {area}, [area]
        while pending:
            here = pending.pop()
            if here == other:
                return True
            for line in self.into("contains", here):
                if line.subject not in seen:
                    seen.add(line.subject)
                    pending.append(line.subject)
        return False

    def takes_in(self, areas, area):
        """Whether a list takes in an area; `None` is what only an unlimited list takes in."""
        return not areas or (
            area is not None and any(self.is_within(area, other) for other in areas)
        )

    def widest(self, areas):
        return sorted(
            a for a in areas if not any(a != b and self.is_within(a, b) for b in areas)
        )

    def homes_and_works(self, provider):
        """Lines of local service: home first, then by ICS, then by record."""
        lines = [x for x in self.leading_from("serves", provider) if x.role in ("home", "serves")]
        return sorted(lines, key=lambda x: (x.role != "home", x.object, x.record))


def recorded(relation):
    return Line(
        record=("relations", relation["id"]),
        kind=relation["kind"],
        subject=relation["subject"],
        object=relation["object"],
        confidence=relation["confidence"],
        functions=tuple(relation["functions"]),
        services=tuple(relation["services"]),
        areas=tuple(relation["areas"]),
        role=relation["role"],
        share=float(relation["shareOfSubject"]) if relation["shareOfSubject"] else None,
        strength=relation["strength"],
        by_design=relation["basis"] in BY_LAW,
    )


def standing_lines(day, regime):
    """For each rule a line from every subject to every object that the steps lead to.

    Of several ways the surest counts; a way is as sure as its weakest record.
    """
    steps = steps_of(day)
    lines = []
    for rule in regime.standing:
        objects = set(day.meant(rule["object"]))
        for subject in day.meant(rule["subject"]):
            ends = {subject: "recorded"}
            if not rule.get("along"):
                ends = dict.fromkeys(objects, "recorded")
            for step in rule.get("along") or []:
                further = {}
                for body, grade in ends.items():
                    for end, own in steps[step].get(body, []):
                        held = further.setdefault(end, [])
                        held.append(weakest([grade, own]))
                ends = {end: max(g, key=CONFIDENCE.index) for end, g in further.items()}
            for end in sorted(ends):
                if end in objects and end != subject:
                    lines.append(standing_line(rule, subject, end, ends[end]))
    return lines


def standing_line(rule, subject, end, grade):
    return Line(
        record=("standing", f"{rule['id']}:{subject}:{end}"),
        kind=rule["line"],
        subject=subject,
        object=end,
        confidence=weakest([rule["confidence"], grade]),
        functions=tuple(rule.get("functions") or ()),
        services=tuple(rule.get("services") or ()),
        strength=rule.get("strength") or "",
        by_design=rule.get("byDesign") == "true",
    )


def steps_of(day):
    """Each kind of step: from a body to the bodies it leads to, with how sure that is."""
    steps = {
        name: {}
        for name in "home isHomeOf worksIn hasAtWork containedIn contains leadCommissionedBy "
        "leadCommissions".split()
    }

    def add(there, back, one, other, grade):
        steps[there].setdefault(one, []).append((other, grade))
        steps[back].setdefault(other, []).append((one, grade))

    for line in day.lines:
        if line.kind == "serves" and line.role == "home":
            add("home", "isHomeOf", line.subject, line.object, line.confidence)
        if line.kind == "serves" and line.role in ("home", "serves"):
            add("worksIn", "hasAtWork", line.subject, line.object, line.confidence)
        if line.kind == "contains":
            add("contains", "containedIn", line.subject, line.object, line.confidence)
    for code, arrangement in day.arrangements.items():
        if arrangement["kind"] != "leadCommissioning":
            continue
        parties = day.parties_of.get(code, [])
        for provider in parties:
            for lead in parties:
                if (provider["role"], lead["role"]) == ("provider", "lead"):
                    grade = weakest([provider["confidence"], lead["confidence"]])
                    add("leadCommissionedBy", "leadCommissions", provider["organisation"],
                        lead["organisation"], grade)
    return steps
