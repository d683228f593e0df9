"""F9, working in a system without a voice there, and F13, collaboratives."""

from answers import Answers, found

PLACES = ("system", "sponsor")  # roles of parties that do not take part themselves


class Voices:
    """Who is heard on the forums of some kinds."""

    def __init__(self, day, kinds):
        self.day = day
        self.forums = {c: f for c, f in day.forums.items() if not kinds or f["kind"] in kinds}
        self._systems, self._heard, self._known = {}, {}, {}
        for code in self.forums:
            for body in self._meets_for(self.forums[code]):
                self._systems.setdefault(body, []).append(code)

    def of(self, system):
        """The forums that meet for an ICS, by code."""
        return sorted(self._systems.get(system, []))

    def _meets_for(self, forum):
        parent, arrangement = forum["parent"], forum["parentArrangement"]
        if arrangement:
            return set(taking_part(self.day, arrangement))
        if parent not in self.day.organisations:
            return set()
        bodies = {parent}
        if self.day.kind(parent) == "icp":
            bodies |= {line.subject for line in self.day.into("contains", parent)
                       if self.day.kind(line.subject) == "ics"}
        return bodies

    def members(self, forum):
        return [s for s in self.day.seats_of.get(forum, ()) if s["role"] != "attendee"]

    def heard(self, forum):
        """Organisations and arrangements in force for which a chair or member speaks."""
        if forum not in self._heard:
            heard = set()
            for seat in self.members(forum):
                heard |= {seat["organisation"], seat["arrangement"], *seat["represents"]}
                heard |= set(taking_part(self.day, seat["arrangement"]))
                heard |= {x.object for x in self.day.leading_from("represents", seat["organisation"])}
            alive = self.day.organisations.keys() | self.day.arrangements.keys()
            self._heard[forum] = heard & alive
        return self._heard[forum]

    def closed(self, forum):
        """How sure each record is that makes everyone heard on a forum known; `None` if some may
        be missing."""
        day, record = self.day, self.forums[forum]
        members = self.members(forum)
        whole = day.whole(forum, "seats")
        if whole is None and members and record["members"]:
            if sum(float(s["count"] or 1) for s in members) == float(record["members"]):
                whole = record["confidence"]
        if whole is None:
            return None
        grades = [whole]
        for seat in members:
            if seat["arrangement"]:
                grades.append(day.whole(seat["arrangement"], "parties"))
            elif not seat["organisation"]:
                return None
        return None if None in grades else grades

    def is_heard(self, body, system):
        return any(body in self.heard(forum) for forum in self.of(system))

    def closed_system(self, system):
        grades = [self.day.whole(system, "forums")]
        for forum in self.of(system):
            closed = self.closed(forum)
            if closed is None:
                return None
            grades += [self.forums[forum]["confidence"], *closed]
        return None if None in grades else grades


def taking_part(day, arrangement):
    return [
        party["organisation"]
        for party in day.parties_of.get(arrangement, ())
        if party["role"] not in PLACES
    ]


def involved(day, rule, check):
    voices = Voices(day, rule["parameters"]["forums"])
    least = float(rule["parameters"]["share"])
    answers = Answers()
    for provider in day.meant(rule["subjects"]):
        gaps, is_known = [], True
        stakes = stakes_of(day, provider, least)
        for system, (counts, line) in stakes.items():
            if voices.is_heard(provider, system):
                continue
            closed = voices.closed_system(system)
            if counts and closed:
                gaps.append(found(rule, check, [provider, system], [line.confidence, *closed],
                                  involved=voices.of(system)))
            else:
                is_known = False
        elsewhere = any(
            relation["subject"] == provider
            and relation["kind"] == "serves"
            and relation["role"] in ("home", "serves")
            and (not relation["shareOfSubject"] or float(relation["shareOfSubject"]) >= least)
            for relation in day.unresolved
        )
        answers.take(provider, gaps, is_known and stakes and not elsewhere)
    return answers


def stakes_of(day, provider, least):
    """The ICSs that count or are open, with the line that tells most: one that counts before one
    that does not, the home before others, then the greatest share."""
    lines = {}
    for line in day.homes_and_works(provider):
        counts = line.role == "home" or (line.share is not None and line.share >= least)
        if day.kind(line.object) == "ics" and (counts or line.share is None):
            lines.setdefault(line.object, []).append((counts, line))
    return {
        system: max(
            some, key=lambda x: (x[0], x[1].role == "home", -1 if x[1].share is None else x[1].share)
        )
        for system, some in lines.items()
    }


def partnership_members(day, rule, check):
    voices = Voices(day, rule["parameters"]["forums"])
    wanted = set(rule["parameters"]["organisations"])
    answers = Answers()
    for system in day.meant(rule["subjects"]):
        forums = voices.of(system)
        if not forums and day.whole(system, "forums"):
            continue
        present = {day.kind(body) for forum in forums for body in voices.heard(forum)}
        closed = [voices.closed(forum) for forum in forums]
        missing = forums and not wanted <= present
        finding = []
        if missing and None not in closed:
            grades = [day.forums[forum]["confidence"] for forum in forums] + sum(closed, [])
            finding = [found(rule, check, [system], grades, involved=forums)]
        answers.take(system, finding, forums and not missing)
    return answers


class Collaboratives:
    """The collaboratives of a day and their parties, by organisation."""

    def __init__(self, day):
        self.codes = sorted(c for c, a in day.arrangements.items() if a["kind"] == "collaborative")
        self.parties = {code: [] for code in self.codes}
        for party in sorted(day.parties, key=lambda p: (p["organisation"], p["id"])):
            if party["arrangement"] in self.parties:
                self.parties[party["arrangement"]].append(party)

    def playing(self, code, role):
        """Organisations in a role, with the first party of each."""
        found = {}
        for party in self.parties[code]:
            if party["role"] == role:
                found.setdefault(party["organisation"], party)
        return found


def in_collaborative(day, rule, check):
    collaboratives = Collaboratives(day)
    inside = {body for code in collaboratives.codes for body in taking_part(day, code)}
    answers = Answers()
    for trust in day.meant(rule["subjects"]):
        whole = day.whole(trust, "memberships")
        is_out = trust not in inside and whole
        answers.take(trust, [found(rule, check, [trust], [whole])] if is_out else [],
                     trust in inside)
    return answers


def holds_all(day, rule, check):
    collaboratives = Collaboratives(day)
    answers = Answers()
    for code in collaboratives.codes:
        sector = rule["parameters"]["forms"].get(day.arrangements[code]["form"])
        if sector is None:
            continue
        systems = collaboratives.playing(code, "system")
        inside = taking_part(day, code)
        homes = {}
        for system in sorted(systems):
            for line in day.into("serves", system):
                trust = day.organisations[line.subject]
                if line.role == "home" and trust["kind"] == "trust" and sector in trust["sectors"]:
                    homes.setdefault(line.subject, line.confidence)
        absent = {trust: grade for trust, grade in homes.items() if trust not in inside}
        known = {
            trust: [grade, day.whole(code, "parties") or day.whole(trust, "memberships")]
            for trust, grade in absent.items()
        }
        missing = {trust: grades for trust, grades in known.items() if None not in grades}
        grades = [day.arrangements[code]["confidence"], *sum(missing.values(), [])]
        grades += [party["confidence"] for party in systems.values()]
        finding = [found(rule, check, [code], grades, involved=missing)] if missing else []
        answers.take(code, finding, systems and not absent)
    return answers


def represented(day, rule, check):
    collaboratives = Collaboratives(day)
    voices = Voices(day, rule["parameters"]["forums"])
    answers = Answers()
    for code in collaboratives.codes:
        systems = collaboratives.playing(code, "system")
        whole = day.whole(code, "parties")
        gaps, is_known = [], bool(systems)
        for system, party in systems.items():
            if any(voices.is_heard(body, system) for body in [code, *taking_part(day, code)]):
                continue
            closed = voices.closed_system(system)
            if closed and whole:
                gaps.append(found(rule, check, [code, system],
                                  [party["confidence"], whole, *closed],
                                  involved=voices.of(system)))
            else:
                is_known = False
        answers.take(code, gaps, is_known)
    return answers


def mandated(day, rule, check):
    collaboratives = Collaboratives(day)
    answers = Answers()
    for code in collaboratives.codes:
        sponsors = collaboratives.playing(code, "sponsor")
        has_mandate = any(day.kind(body) == "ics" for body in sponsors)
        whole = day.whole(code, "sponsors")
        finding = []
        if not has_mandate and whole:
            grades = [day.arrangements[code]["confidence"], whole]
            grades += [party["confidence"] for party in sponsors.values()]
            others = {*sponsors, *collaboratives.playing(code, "system")}
            finding = [found(rule, check, [code], grades, involved=others)]
        answers.take(code, finding, has_mandate)
    return answers
