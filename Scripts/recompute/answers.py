"""What a rule was answered with: findings, and how often yes, no and not known."""

import dataclasses

KINDS = {
    "oneOverseer": "F1",
    "delegationAcyclic": "F4",
    "involved": "F9",
    "partnershipMembers": "F9",
    "oneRegion": "F11",
    "inCollaborative": "F13",
    "collaborativeHoldsAll": "F13",
    "collaborativeRepresented": "F13",
    "collaborativeMandated": "F13",
}


@dataclasses.dataclass
class Finding:
    rule: str
    check: str
    severity: str
    subjects: list
    confidence: str | None  # None where another witness would be as good
    involved: list = dataclasses.field(default_factory=list)
    function: str | None = None
    services: list = dataclasses.field(default_factory=list)
    areas: list = dataclasses.field(default_factory=list)
    by_design: bool = False

    @property
    def kind(self):
        return KINDS[self.check]

    @property
    def id(self):
        parts = [self.kind, self.check, self.rule, self.function or "", *self.subjects, ""]
        return identity(self.kind, parts + [*sorted(self.services), "", *sorted(self.areas)])


def identity(kind, parts):
    """FNV-1a in 64 bits over the parts, each ended by a zero byte; the lowest 60 in base 32."""
    value = 0xCBF29CE484222325
    for byte in b"".join(part.encode() + b"\0" for part in parts):
        value = (value ^ byte) * 0x100000001B3 % 2**64
    digits = "0123456789abcdefghjkmnpqrstvwxyz"
    return kind + "-" + "".join(digits[value >> 5 * place & 31] for place in reversed(range(12)))


@dataclasses.dataclass
class Answers:
    findings: list = dataclasses.field(default_factory=list)
    yes: int = 0
    no: int = 0
    unknown: list = dataclasses.field(default_factory=list)

    def take(self, subject, found, is_known):
        """A subject is answered no with findings, else yes if enough is known."""
        if found:
            self.no += 1
            self.findings += found
        elif is_known:
            self.yes += 1
        else:
            self.unknown.append(subject)


def found(rule, check, subjects, grades, **more):
    """A finding; those involved are named by code, without the subjects."""
    from day import weakest

    involved = sorted(set(more.pop("involved", ())) - set(subjects))
    return Finding(rule["id"], check, rule["severity"], list(subjects),
                   weakest(grades) if grades else None, involved=involved, **more)
