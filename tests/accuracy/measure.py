#!/usr/bin/env python3
"""Count what the program says of labelled texts, beside what a plain style says of the same ones.

usage: measure.py PINGLESS PUBLIC DOCUMENTS OUT

PINGLESS   the binary, whose `inspect --format ndjson` is read
PUBLIC     a folder of <set>.labels.ndjson beside the texts: public sets of messages, reports, commits, pull requests
DOCUMENTS  a folder of kinds.jsonl, slots.jsonl and sentences.jsonl beside the documents
OUT        the folder that this script stands in: its two files are written anew

figures.tsv has tab-separated rows: set, what, name, tp, fp, fn, tn, and the same four of the plain style (empty where
it has none). `what` is `slot` (positive: "absent"), `sure` (positive: "absent" with high confidence), `kind` and
`kind-of-text` (positive: this kind; with the path, and without), `sure-kind` (from .9 on), `sentence` (positive: a
finding on the labelled line). Cells that the labels call partial or n/a are left out.

readings/labelled.tsv has the findings of the default output that the labels judge, in the form of all readings.
"""

import collections
import json
import os
import subprocess
import sys

import plain

KINDS = {"bug-reports": "bug-report", "commits": "commit-message", "pull-requests": "pull-request"}
SYNONYMS = {"question": "request", "integration-guide": "how-to", "on-call-handover": "handoff"}
RULES = {
    "ambiguous-deadline": {
        "ambiguous-deadline", "relative-date", "partial-date", "unscoped-period", "ambiguous-numeric-date",
    },
    "vague-time": {"vague-promise", "unscoped-period", "relative-date"},
    "vague-reference": {"vague-reference"},
    "ephemeral-reference": {"lost-conversation", "chat-only-decision", "call-instead-of-context"},
    "action-without-owner": {"unowned-action", "nobody-does-it"},
    "action-without-date": {"undated-action"},
}
FIELDS = {"action-without-owner": "label_action", "action-without-date": "label_action"}
FIELDS.update({"vague-reference": "label_ref", "ephemeral-reference": "label_ref"})


class Table:
    """Counts by row, ours and the plain style's."""

    def __init__(self):
        self.cells = collections.defaultdict(lambda: [[0, 0, 0, 0], None])
        self.readings = set()

    def add(self, key, want, ours, theirs=None):
        row = self.cells[key]
        row[0][cell(want, ours)] += 1
        if theirs is not None:
            row[1] = row[1] or [0, 0, 0, 0]
            row[1][cell(want, theirs)] += 1

    def judge(self, source, path, finding, is_right):
        verdict = ("right", "as labelled") if is_right else ("wrong", "labelled otherwise")
        self.readings.add((source, f"{path}:{finding['line']}", finding["rule"], *verdict))

    def write(self, folder):
        with open(os.path.join(folder, "figures.tsv"), "w", encoding="utf-8") as out:
            for key, (ours, theirs) in sorted(self.cells.items()):
                cells = [*map(str, ours), *(map(str, theirs) if theirs else [""] * 4)]
                out.write("\t".join([*key, *cells]) + "\n")
        with open(os.path.join(folder, "readings", "labelled.tsv"), "w", encoding="utf-8") as out:
            out.writelines("\t".join(reading) + "\n" for reading in sorted(self.readings))


def cell(want, have):
    return (0 if have else 2) if want else (1 if have else 3)


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read(folder, path):
    with open(os.path.join(folder, path), encoding="utf-8", errors="replace") as text:
        return text.read()


def inspect(binary, folder, paths, *options):
    out = {}
    for start in range(0, len(paths), 300):
        command = [binary, "inspect", "--format", "ndjson", *options, "--", *paths[start : start + 300]]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1):
            sys.exit(f"inspect exits {done.returncode}: {done.stderr[:300]}")
        for line in done.stdout.splitlines():
            row = json.loads(line)
            out[os.path.normpath(row["path"])] = row
    return out


def score_slots(table, name, folder, labelled, found):
    """Slots of texts of one kind: what is absent, what is surely absent, and the findings that say so."""
    for path, kind, slots, source, shown in labelled:
        row, text = found[os.path.normpath(path)], read(folder, path)
        for slot, label in slots.items():
            if label in ("partial", "n/a"):
                continue
            absent = label not in (True, "present")
            answer = row["slots"].get(slot)
            claimed = answer is not None and answer["state"] == "absent"
            theirs = not plain.found(plain.SLOTS[slot], text) if slot in plain.SLOTS else None
            key = f"{kind}.{slot}"
            table.add((name, "slot", key), absent, claimed, theirs)
            table.add((name, "sure", key), absent, claimed and answer["confidence"] == "high")
            for finding in row["findings"]:
                if finding["rule"] == key and finding["confidence"] == "high":
                    table.judge(source, shown, finding, absent)


def score_public(table, binary, folder):
    for file in sorted(os.listdir(folder)):
        name = file.removesuffix(".labels.ndjson")
        if name == file:
            continue
        labels = rows(os.path.join(folder, file))
        if name == "issues":
            score_issues(table, folder, labels, inspect(binary, folder, [it["path"] for it in labels], "--ignore-path"))
            continue
        groups = collections.defaultdict(list)
        for row in labels:
            kind = row["kind"] if name == "threads" else KINDS.get(name, name)
            if kind != "other" and row.get("slots"):
                shown = row["path"].split("/", 1)[-1]
                groups[kind].append((row["path"], kind, row["slots"], f"set:{name}", shown))
        for kind, labelled in groups.items():
            paths = [path for path, *_ in labelled]
            found = inspect(binary, folder, paths, "--ignore-path", "--kind", kind)
            score_slots(table, name, folder, labelled, found)
            if name == "request":
                score_asks(table, labels, found)


def score_asks(table, labels, found):
    """Whether what a request asks is vague, by its label."""
    for row in labels:
        for finding in found.get(os.path.normpath(row["path"]), {}).get("findings", []):
            if finding["rule"] in ("vague-ask", "no-clear-ask") and finding["confidence"] == "high":
                table.judge("set:request", row["path"].split("/", 1)[-1], finding, row["vague_ask"])


def score_issues(table, folder, labels, found):
    for row in labels:
        have = found[os.path.normpath(row["path"])]
        for kind in ("bug-report", "feature-request", "question"):
            table.add(("issues", "kind", kind), row["kind"] == kind, have["kind"] == kind)
            sure = have["kind"] == kind and have["kind_confidence"] >= 0.9
            table.add(("issues", "sure-kind", kind), row["kind"] == kind, sure)


def score_documents(table, binary, folder):
    kinds = [it for it in rows(os.path.join(folder, "kinds.jsonl")) if exists(folder, it)]
    slots = [it for it in rows(os.path.join(folder, "slots.jsonl")) if exists(folder, it)]
    sentences = [it for it in rows(os.path.join(folder, "sentences.jsonl")) if exists(folder, it)]
    files = sorted({it["file"] for it in kinds + slots + sentences})
    found = inspect(binary, folder, files)
    names = {it["kind"] for it in kinds} - {"other"}
    for what, seen in (("kind", found), ("kind-of-text", inspect(binary, folder, files, "--ignore-path"))):
        for row in kinds:
            have = seen[os.path.normpath(row["file"])]["kind"]
            have = SYNONYMS.get(have, have)
            for kind in names:
                table.add(("documents", what, kind), row["kind"] == kind, have == kind)
            table.add(("documents", what, "a target"), row["kind"] != "other", have in names)
    score_slots(table, "documents", folder, [(it["file"], it["kind"], it["slots"], at(it), it["path"]) for it in slots], found)
    score_sentences(table, folder, sentences, found)


def exists(folder, row):
    return os.path.exists(os.path.join(folder, row["file"]))


def at(row):
    return f"{row['repo']}@{row['commit']}"


def score_sentences(table, folder, sentences, found):
    for row in sentences:
        text = read(folder, row["file"]).splitlines()
        line = text[row["line"] - 1] if row["line"] <= len(text) else ""
        findings = found[os.path.normpath(row["file"])]["findings"]
        for label, rules in RULES.items():
            want = row[FIELDS.get(label, "label_time")] == label
            # A rule may speak of two sorts of vague time, and a mix-up of those two harms nobody.
            if not want and {label, row["label_time"]} == {"ambiguous-deadline", "vague-time"}:
                continue
            hits = [it for it in findings if it["rule"] in rules and row["line"] in (it["line"], *it["related"])]
            table.add(("documents", "sentence", label), want, bool(hits), plain.found(plain.SENTENCES[label], line))
            for finding in hits:
                if finding["confidence"] == "high" and finding["line"] == row["line"]:
                    table.judge(at(row), row["path"], finding, want)


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    binary, public, documents = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3]
    table = Table()
    score_public(table, binary, public)
    score_documents(table, binary, documents)
    table.write(sys.argv[4])


if __name__ == "__main__":
    main()
