"""Random packages and regimes: small, valid, and rich in what the questions turn on.

Records begin, hold and end around the day; services and areas lie within one another; delegations
circle; seats represent, statements of completeness come and go.
"""

import csv
import datetime
import os
import random
import shutil

import yaml

SECTORS = "acute mentalHealth learningDisability community ambulance specialist".split()
# Words with others within them, words alone and words that no list has.
FUNCTIONS = "quality safety experience finance revenue performance workforce catering".split()
SERVICES = ["acute", "orthopaedics", "mental health", "CAMHS", "CAMHS (from April 2026)", "999",
            "laundry"]
BASES = "statute regulation contract delegation agreement custom".split()
GRADES = ["recorded"] * 4 + ["derived"] * 2 + ["assumed"]
FORUMS = "icb_board icp place_board icb_committee_quality collaborative_exec".split()
FORMS = ["horizontal acute", "community", "mental health, learning disability and autism", "", "x"]


class Package:
    """One package and the day on which it is asked about."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        start = datetime.date(2021, 1, 1)
        self.day = start + datetime.timedelta(self.random.randrange(2200))
        self.tables = {}
        self.lives = {}
        self.taken = set()
        for make in (self.bodies, self.geography, self.services, self.oversight, self.delegations,
                     self.arrangements, self.forums, self.statements, self.decisions):
            make()

    # Building blocks

    def pick(self, *words):
        return self.random.choice(words)

    def chance(self, share):
        return self.random.random() < share

    def some(self, words, most):
        return self.random.sample(words, min(len(words), self.random.randint(0, most)))

    def period(self, *bodies):
        """Mostly in force; else it ends or begins on the day or beside it. Within all lives."""
        day, one = self.day, datetime.timedelta(1)
        start, end = self.random.choice(
            [(None, None)] * 8
            + [(day - 400 * one, None)] * 4
            + [(None, day), (None, day - one), (day, None), (day + one, None), (day, day)]
        )
        starts = [s for s in [start, *(self.lives[b][0] for b in bodies)] if s]
        ends = [e for e in [end, *(self.lives[b][1] for b in bodies)] if e]
        return max(starts, default=None), min(ends, default=None)

    def add(self, table, row, about=(), key=None):
        """Adds a record, unless there is no day on which all that it is about exists, or it is
        there already."""
        start, end = self.period(*about)
        if "areas" in row:
            row["areas"] = [area for area in row["areas"] if self.exists(area, start, end)]
        if key:
            key = (*key, *sorted(row.get("areas", ())))
        if (start and end and end < start) or (key and key in self.taken):
            return False
        self.taken.add(key)
        row["from"], row["to"] = start, end
        row["source"], row["confidence"] = "made", self.pick(*GRADES)
        rows = self.tables.setdefault(table, [])
        row.setdefault("id", f"{table}-{len(rows)}")
        rows.append(row)
        return True

    def exists(self, area, start, end):
        """Whether an area exists on some day of a period."""
        opens, closes = self.lives[area]
        return not (closes and start and closes < start) and not (opens and end and end < opens)

    def relation(self, kind, subject, object, **more):
        """A line, told once for the same matter."""
        if subject == object:
            return
        others = [object] if isinstance(object, str) else object
        name = "object" if isinstance(object, str) else "objectAmong"
        key = (kind, subject, *sorted(others), more.get("role"),
               *(tuple(sorted(more.get(n, ()))) for n in ("functions", "services")))
        self.add("relations", {"kind": kind, "subject": subject, name: object, **more},
                 about=[subject, *others], key=key)

    def matter(self):
        """What a line is about: often everything."""
        return {
            "functions": self.some(FUNCTIONS, self.pick(0, 1, 2)),
            "services": self.some(SERVICES, self.pick(0, 0, 1, 2)),
            "areas": self.some(self.areas, self.pick(0, 0, 0, 1, 2)),
        }

    # The tables

    def body(self, kind, code, **more):
        exists = self.add("organisations", {
            "id": code, "kind": kind, "name": code, "exception": "made up", **more})
        if exists:
            row = self.tables["organisations"][-1]
            self.lives[code] = (row["from"], row["to"])
        return code

    def bodies(self):
        several = lambda kind, name, count: [
            self.body(kind, f"{name}{number}") for number in range(count)]
        self.national = several("national", "nat", 2)
        self.regulators = several("regulator", "REG", 1)
        self.regions = several("region", "r", 2)
        self.systems = several("ics", "ICS", 6)
        self.partnerships = several("icp", "P", 3)
        self.places = several("place", "pl-", 5)
        self.authorities = several("localAuthority", "la.", 3)
        self.trusts = [
            self.body("trust", f"T{number}", sectors=self.some(SECTORS, 2) or ["acute"],
                      legalForm=self.pick("nhsTrust", "foundationTrust", ""))
            for number in range(12)
        ]
        self.others = several("otherProvider", "o", 2)
        self.areas = self.places + self.authorities
        self.all = list(self.lives)

    def geography(self):
        for system in self.systems:
            for region in self.random.sample(self.regions, self.pick(0, 1, 1, 1, 1, 1, 1, 2)):
                self.relation("contains", region, system)
        for partnership in self.partnerships:
            for system in self.some(self.systems, 2):
                self.relation("contains", system, partnership)
        for area in self.areas:
            self.relation("contains", self.pick(*self.systems), area)
        for number, place in enumerate(self.places[1:]):
            if self.chance(0.5):
                self.relation("contains", self.places[number], place)
        for place in self.some(self.places, 3):
            self.relation("contains", self.pick(*self.authorities), place)

    def services(self):
        for provider in self.trusts + self.others:
            home = self.pick(*self.systems)
            if self.chance(0.85):
                self.serves(provider, home, "home")
            for system in self.some(self.systems, 3):
                role = self.pick("serves", "serves", "serves", "specialisedOnly")
                for _ in range(self.pick(1, 1, 1, 2)):
                    self.serves(provider, system, role, services=self.some(SERVICES, 1))
            if self.chance(0.15):
                self.serves(provider, self.random.sample(self.systems, self.pick(2, 2, 3)),
                            self.pick("home", "serves", "specialisedOnly", ""))

    def serves(self, provider, system, role, **more):
        share = self.pick("", 0.01, 0.05, 0.2, 0.5, 1)
        basis = "" if share == "" else f"basis {len(self.tables.get('relations', ()))}"
        self.relation("serves", provider, system, role=role, shareOfSubject=share,
                      shareBasis=basis, **more)

    def oversight(self):
        overseers = self.systems + self.regions + self.national + self.regulators + self.places[:1]
        for trust in self.trusts:
            for _ in range(self.pick(0, 0, 1, 2, 3, 4, 6)):
                self.relation("oversees", self.pick(*overseers), trust, **self.matter(),
                              basis=self.pick(*BASES, "", ""),
                              strength=self.pick("", "formal", "formal", "advisory", "advisory",
                                                 "lead"))
        for _ in range(4):
            self.relation("oversees", self.pick(*overseers), self.some(self.trusts, 3) or ["T0"])
        for _ in range(3):
            self.relation("represents", self.pick(*self.others, *self.trusts),
                          self.pick(*self.trusts))

    def delegations(self):
        bodies = self.national + self.regions + self.systems + self.places
        if self.chance(0.1):
            return
        for _ in range(self.pick(2, 6, 12)):
            self.relation("delegatesTo", self.pick(*bodies), self.pick(*bodies), **self.matter())
        for _ in range(self.pick(0, 0, 1, 2)):
            chain = self.random.sample(bodies, self.pick(2, 3, 4))
            about = self.matter() if self.chance(0.6) else {}
            for one, other in zip(chain, chain[1:] + chain[:1]):
                self.relation("delegatesTo", one, other,
                              **(about if self.chance(0.7) else self.matter()))
        if self.chance(0.4):
            self.relation("delegatesTo", self.pick(*bodies), self.random.sample(bodies, 2))

    def arrangements(self):
        kinds = ["collaborative"] * 4 + ["leadCommissioning"] * 2 + ["delegation"] * 2
        for number, kind in enumerate(kinds + ["cluster", "jointCommittee"]):
            code = f"A{number}"
            if not self.add("arrangements", {
                    "id": code, "kind": kind, "name": code, "form": self.pick(*FORMS),
                    **self.matter(), "basis": self.pick(*BASES, "")}):
                continue
            row = self.tables["arrangements"][-1]
            self.lives[code] = (row["from"], row["to"])
            roles = {
                "collaborative": [("lead", self.trusts), ("member", self.trusts + self.others),
                                  ("member", self.trusts), ("member", self.trusts),
                                  ("system", self.systems), ("system", self.systems),
                                  ("sponsor", self.systems + self.regions), ("host", self.trusts)],
                "leadCommissioning": [("lead", self.systems), ("associate", self.systems),
                                      ("provider", self.trusts), ("provider", self.trusts)],
                "delegation": [("lead", self.national + self.systems), ("member", self.systems),
                               ("member", self.systems + self.places), ("lead", self.systems)],
            }.get(kind, [("member", self.systems), ("member", self.systems),
                         ("lead", self.systems)])
            for role, bodies in roles:
                organisation = self.pick(*bodies)
                if self.chance(0.75):
                    self.add("parties", {"arrangement": code, "organisation": organisation,
                                         "role": role},
                             about=[code, organisation], key=(code, organisation, role))

    def forums(self):
        made = [row["id"] for row in self.tables["arrangements"]]
        for number in range(12):
            code = f"F{number}"
            parent = self.pick(*self.systems, *self.systems, *self.partnerships, *self.places, *made)
            name = "parentArrangement" if parent in made else "parent"
            members = self.pick("", "", 2, 3, 4)
            if not self.add("forums", {"id": code, "kind": self.pick(*FORUMS, "icb_board", "icp"),
                                       "name": code, name: parent, "members": members},
                            about=[parent]):
                continue
            row = self.tables["forums"][-1]
            self.lives[code] = (row["from"], row["to"])
            for _ in range(self.pick(0, 1, 2, 3, 4, 5)):
                self.seat(code, made)

    def seat(self, forum, made):
        who = self.pick("organisation", "organisation", "organisation", "arrangement", "post")
        bodies = self.trusts + self.systems + self.authorities + self.others
        holder = {} if who == "post" else {who: self.pick(*(made if who == "arrangement" else bodies))}
        self.add("seats", {
            "forum": forum, **holder, "role": self.pick("chair", "member", "member", "attendee"),
            "post": "director", "count": self.pick("", "", 1, 2),
            "represents": self.some(self.trusts + self.authorities, self.pick(0, 0, 0, 1, 2)),
        }, about=[forum, *holder.values()])

    def statements(self):
        aspects = (
            [(code, "oversight") for code in self.trusts]
            + [(code, "memberships") for code in self.trusts]
            + [(code, "forums") for code in self.systems]
            + [(row["id"], a) for row in self.tables["arrangements"] for a in ("parties", "sponsors")]
            + [(row["id"], "seats") for row in self.tables.get("forums", ())]
        )
        share = self.pick(0.2, 0.6, 0.95)
        for subject, aspect in aspects:
            if self.chance(share):
                self.add("completeness", {"subject": subject, "aspect": aspect}, about=[subject])

    def decisions(self):
        for _ in range(self.pick(0, 0, 1, 3)):
            subject = self.pick("", *self.trusts)
            self.add("decisions", {
                "kind": self.pick("", "F1", "F9", "F11") if subject else "F1", "subject": subject,
                "function": self.pick("", "", "quality"), "decidedBy": "the region",
                "reason": "it is meant"}, about=[subject] if subject else [])

    # Out

    def write(self, folder, model):
        os.makedirs(folder)
        shutil.copy(os.path.join(model, "datapackage.json"), folder)
        self.tables["sources"] = [{"id": "made", "title": "made up"}]
        for name in sorted(os.listdir(model)):
            if not name.endswith(".csv"):
                continue
            with open(os.path.join(model, name), encoding="utf-8", newline="") as file:
                columns = next(csv.reader(file))
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
                writer.writeheader()
                for row in self.tables.get(name[:-4], ()):
                    writer.writerow({k: text(v) for k, v in row.items()})


def text(value):
    if isinstance(value, list):
        return ";".join(value)
    return "" if value is None else str(value)


class RandomRegime:
    """A small regime of its own, so that standing lines and parameters vary."""

    STEPS = [[], ["home"], ["isHomeOf"], ["worksIn"], ["hasAtWork"], ["contains"],
             ["contains", "isHomeOf"], ["contains", "hasAtWork"], ["leadCommissions"],
             ["contains", "leadCommissions"], ["home", "containedIn"], ["worksIn", "containedIn"]]

    def __init__(self, seed, packaged):
        self.random = random.Random(-1 - seed)
        self.package = packaged

    def pick(self, *words):
        return self.random.choice(words)

    def some(self, words, most):
        return self.random.sample(words, self.random.randint(0, most))

    def pattern(self, kind):
        pattern = {"kind": kind}
        if kind == "trust" and self.random.random() < 0.4:
            pattern["sectors"] = self.some(SECTORS, 2)
            pattern["withoutSectors"] = self.some(SECTORS, 1)
            if self.random.random() < 0.3:
                pattern["legalForms"] = ["foundationTrust"]
        if kind == "regulator":
            pattern["codes"] = ["REG0"]
        return pattern

    def standing(self, number):
        line = self.pick("oversees", "oversees", "oversees", "delegatesTo", "represents", "contains")
        subject, object, along = {
            "oversees": self.pick(
                ("ics", "trust", ["hasAtWork"]), ("ics", "trust", ["isHomeOf"]),
                ("region", "trust", ["contains", "isHomeOf"]),
                ("region", "trust", ["contains", "hasAtWork"]), ("regulator", "trust", []),
                ("ics", "trust", ["leadCommissions"]), ("national", "trust", []),
                ("place", "trust", ["containedIn", "isHomeOf"])),
            "delegatesTo": self.pick(
                ("region", "ics", ["contains"]), ("ics", "region", ["containedIn"]),
                ("ics", "place", ["contains"]), ("place", "ics", ["containedIn"])),
            "represents": self.pick(
                ("trust", "trust", ["home", "isHomeOf"]),
                ("ics", "trust", ["isHomeOf"]),
                ("otherProvider", "trust", ["worksIn", "isHomeOf"])),
            "contains": ("region", "trust", ["contains", "isHomeOf"]),
        }[line]
        functions = [word for word in FUNCTIONS if word != "catering"]
        return {
            "id": f"line-{number}", "line": line, "subject": self.pattern(subject),
            "object": self.pattern(object), "along": along,
            "functions": self.some(functions, self.pick(0, 1, 2)),
            "services": self.some(SERVICES, self.pick(0, 0, 1)), "basis": self.pick(*BASES),
            "strength": self.pick("formal", "formal", "advisory", "lead"),
            "byDesign": self.pick(True, False, False), **self.told(),
        }

    def told(self):
        return {"statement": "A rule.", "citation": {"document": "D", "section": "1"},
                "confidence": self.pick(*GRADES)}

    def expectation(self, number, check):
        forums = {"forums": self.some(FORUMS, 3) or ["icb_board"]}
        kinds = ["localAuthority", "trust", "ics", "otherProvider"]
        parameters = {
            "involved": {**forums, "share": self.pick(0, 0.05, 0.2, 0.5)},
            "partnershipMembers": {**forums, "organisations": self.some(kinds, 2) or ["trust"]},
            "collaborativeHoldsAll": {"forms": {
                form: self.pick(*SECTORS) for form in FORMS if form and self.random.random() < 0.7}
                or {"x": "acute"}},
            "collaborativeRepresented": forums,
        }.get(check)
        subjects = {
            "partnershipMembers": "ics", "oneOverseer": "trust", "inCollaborative": "trust",
            "involved": self.pick("trust", "trust", "otherProvider"),
            "oneRegion": self.pick("trust", "trust", "otherProvider"),
        }.get(check)
        return {
            "id": f"rule-{number}", "checks": [check], "level": "should",
            "severity": self.pick("error", "warning", "info"), "needs": "records", **self.told(),
            **({"parameters": parameters} if parameters else {}),
            **({"subjects": self.pattern(subjects)} if subjects else {}),
        }

    def write(self, path, checks, extended):
        checks = list(checks) + self.some(list(checks), 3)
        document = {
            "id": "random", "title": "Random", "status": "inForce", "from": "2000-01-01",
            **({"extends": extended} if extended else {}),
            "documents": [{"id": "D", "title": "A document"}],
            "standing": [self.standing(n) for n in range(self.random.randint(1, 6))],
            "expectations": [self.expectation(n, check) for n, check in enumerate(checks)],
        }
        with open(path, "w", encoding="utf-8") as file:
            yaml.safe_dump(document, file, sort_keys=False)
