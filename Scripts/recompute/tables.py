"""The tables of a package and the rules of a regime, as texts."""

import csv
import os

import yaml

TABLES = (
    "organisations relations arrangements parties forums seats decisions completeness"
).split()
LISTS = "sectors objectAmong functions services areas represents".split()


class Register:
    """The tables that the questions need: each a list of rows, each row a dict of texts."""

    def __init__(self, folder):
        for table in TABLES:
            setattr(self, table, read(os.path.join(folder, table + ".csv")))


def read(path):
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for name in LISTS:
            if name in row:
                row[name] = [item.strip() for item in row[name].split(";") if item.strip()]
    return rows


def in_force(row, day):
    """Both days belong to the period; a blank one is open."""
    return (not row["from"] or row["from"] <= day) and (not row["to"] or day <= row["to"])


class Order:
    """Words, some of which lie within others."""

    def __init__(self, entries):
        self.words = [entry["id"] for entry in entries]
        self._above = {entry["id"]: entry.get("within") or [] for entry in entries}

    def broader(self, word):
        """The word and all that it lies within."""
        found, pending = set(), [word]
        while pending:
            word = pending.pop()
            if word not in found:
                found.add(word)
                pending += self._above.get(word, [])
        return found

    def takes_in(self, words, word):
        """Whether a list takes in a word; `None` is what only an unlimited list takes in."""
        return not words or (word is not None and not self.broader(word).isdisjoint(words))

    def tried(self, lists):
        """The words that lists name, the listed ones within them, and everything."""
        named = {word for words in lists for word in words}
        return {None} | named | {w for w in self.words if not self.broader(w).isdisjoint(named)}

    def broadest(self, words):
        return sorted(w for w in words if self.broader(w).isdisjoint(set(words) - {w}))


class Regimes:
    """A folder of regimes, each with what it extends."""

    def __init__(self, folder):
        self.functions = self.services = None
        self._texts = {}
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".yaml"):
                continue
            entry = load(os.path.join(folder, name))
            if name == "functions.yaml":
                self.functions, self.services = Order(entry["functions"]), Order(entry["services"])
            else:
                self._texts[entry["id"]] = entry

    def ids(self):
        return sorted(self._texts)

    def in_force(self, day):
        """The regime of a day: the latest to begin of those that are not merely proposed."""
        fits = [
            (entry.get("from") or "", name)
            for name, entry in self._texts.items()
            if entry["status"] != "proposed"
            and in_force({"from": entry.get("from"), "to": entry.get("to")}, day)
        ]
        return max(fits)[1] if fits else None

    def regime(self, name):
        """A regime by its id or its file, whole."""
        entry = self._texts.get(name) or load(name)
        return Regime(self, entry["id"], self._rules(entry, "standing"),
                      self._rules(entry, "expectations"))

    def _rules(self, entry, part):
        own = {rule["id"]: rule for rule in entry.get(part) or []}
        if not entry.get("extends"):
            return list(own.values())
        without = entry.get("without") or []
        base = [
            rule
            for rule in self._rules(self._texts[entry["extends"]], part)
            if rule["id"] not in without
        ]
        kept = [own.pop(rule["id"], rule) for rule in base]
        return kept + list(own.values())


def load(path):
    """Every scalar as the text that it is: 999 is a service, not a number."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=yaml.BaseLoader)


class Regime:
    def __init__(self, regimes, name, standing, expectations):
        self.id = name
        self.functions, self.services = regimes.functions, regimes.services
        self.standing, self.expectations = standing, expectations


def matches(pattern, organisation):
    """Whether an organisation is one that a pattern means."""
    sectors = set(organisation["sectors"])
    return (
        organisation["kind"] == pattern["kind"]
        and (not pattern.get("codes") or organisation["id"] in pattern["codes"])
        and (not pattern.get("sectors") or not sectors.isdisjoint(pattern["sectors"]))
        and sectors.isdisjoint(pattern.get("withoutSectors") or [])
        and (not pattern.get("legalForms") or organisation["legalForm"] in pattern["legalForms"])
    )
