#!/usr/bin/env python3
"""Trains the weights by which a text without a telling name is recognised (src/kind/wording.tsv).

usage: train.py --list LABELS… | cargo run --example cues > CUES.ndjson
       train.py CUES.ndjson LABELS… [--skip WORD]… [--hold LABELS] > src/kind/wording.tsv

LABELS   one JSON object a line: "path" or "file" from the folder of the label file, "kind", "group" or "repo".
         A kind that has no column is "none": a text that is neither report, wish, question nor change.
--skip   leaves out the texts whose path holds this word: those that another label file holds as well.
--hold   a label file whose groups are left out one after the other, to see what is learnt of other projects.

A linear model over named cues: multinomial logistic regression with a quadratic penalty, fitted by stochastic descent in
an order that is always the same. Each kind counts as much as every other, and a large group for less than its size.
The measured accuracy goes to standard error. Only the standard library is used.
"""
import collections, itertools, json, math, os, random, sys

KINDS = ["bug-report", "feature-request", "question", "pull-request", "none"]
# How much a kind counts in all. An issue that is taken for a page or a change is lost: it is told from them by what is sure.
SHARE = {"bug-report": 1.0, "feature-request": 1.0, "question": 1.0, "pull-request": 0.3, "none": 1.0}
# The same for a rare cue as for a common one: what few texts have is what one project has.
PENALTY, ROUNDS, RATE = 0.01, 25, 0.15
# What tells an issue from a page, and nothing about which sort of issue: how each project's form is built.
TIED = {
    "15 to 60 words", "fewer than 15 words", "a link to a file beside it", "a link into itself", "a list",
    "a quotation", "a table", "boxes to tick", "front matter", "header lines", "form asks for a version",
    "form asks for a log", "hint sends questions away", "headings of a document", "more than eight headings and labels", "more than five links",
    "no heading and no label", "no title", "six headings and more", "three to five headings", "somebody is called by a handle",
    "speaks of itself as a page", "title names a document", "title that opens with a bracket", "title that opens with an area",
    "title in small letters", "a shell session", "form of a change", "hint speaks of a change",
}
ISSUES = 3  # the first kinds
# What its author calls it speaks for that kind, and against none but others: some projects' forms say "bug" of everything.
CALLED = {"it is called a bug": 0, "it is called a wish": 1, "it is called a question": 2, "it is called a change": 3,
          "title calls it a bug": 0, "title calls it a wish": 1, "title calls it a question": 2, "form asks for a wish": 1,
          "title says that it is a question": 2, "title says whose wish it is": 1}
# What an author calls it in the title means the same everywhere, and is held back less for being rare.
MEANT = {"title calls it a bug", "title says that it is a question", "title says whose wish it is"}
# How often a sure verdict has to be right on texts that the model did not see, and a line that no chance reaches.
RIGHT, SURE = 0.905, 1.0


def rows(files, skip):
    for file in files:
        for line in open(file, encoding="utf-8"):
            row = json.loads(line)
            path = os.path.join(os.path.dirname(file), row.get("file") or row["path"])
            if not any(word in path for word in skip) and os.path.exists(path):
                kind = row["kind"] if row["kind"] in KINDS else "none"
                yield path, kind, os.path.basename(file) + "/" + (row.get("group") or row.get("repo") or "")


def scores(model, cues):
    out = list(model[""])
    for cue in cues:
        row = model.get(cue)
        if row:
            for k in range(len(KINDS)):
                out[k] += row[k]
    return out


def chances(values):
    top = max(values)
    out = [math.exp(it - top) for it in values]
    total = sum(out)
    return [it / total for it in out]


def fit(data):
    """`data`: (cues, kind, group). Adagrad over single texts, weighted."""
    sizes = collections.Counter((kind, group) for _, kind, group in data)
    weight = [sizes[kind, group] ** -0.5 for _, kind, group in data]
    totals = collections.Counter()
    for (_, kind, _), it in zip(data, weight):
        totals[kind] += it
    count = len(data) / len(KINDS)
    weight = [it * SHARE[kind] * count / totals[kind] for (_, kind, _), it in zip(data, weight)]
    model = {cue: [0.0] * len(KINDS) for cues, _, _ in data for cue in cues}
    model[""] = [0.0] * len(KINDS)
    past = {cue: [1e-6] * len(KINDS) for cue in model}
    texts = collections.Counter(cue for cues, _, _ in data for cue in cues)
    held = {cue: min(PENALTY * len(data) / texts[cue], 1.0) if cue else 0.0 for cue in model}
    held |= {cue: held[cue] / 10 for cue in MEANT & held.keys()}
    order, dice = list(range(len(data))), random.Random(7)
    every = range(len(KINDS))
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for at in order:
            cues, kind, _ = data[at]
            seen = [""] + cues
            found = chances(scores(model, cues))
            slope = [weight[at] * (found[k] - (KINDS[k] == kind)) for k in every]
            for cue in seen:
                row, squares = model[cue], past[cue]
                mean = sum(slope[:ISSUES]) / ISSUES if cue in TIED else 0.0
                for k in every:
                    step = mean if cue in TIED and k < ISSUES else slope[k]
                    step += held[cue] * row[k]
                    squares[k] += step * step
                    row[k] -= RATE * step / math.sqrt(squares[k])
                    if cue in CALLED:
                        row[k] = max(row[k], 0.0) if CALLED[cue] == k else min(row[k], 0.0)
    return model


def folds(data, train, count=5):
    """(kind, chances, group) of each text, by a model that did not see it."""
    out = []
    for seed in (3, 5, 8):
        order = list(range(len(data)))
        random.Random(seed).shuffle(order)
        for part in range(count):
            unseen = set(order[part::count])
            model = train([it for at, it in enumerate(data) if at not in unseen])
            out += [(kind, chances(scores(model, cues)), group) for cues, kind, group in (data[at] for at in sorted(unseen))]
    return out


def lines(found):
    """For each kind the least chance that makes it sure: together they cover most, and are right often enough."""
    steps = [it / 50 for it in range(20, 50)]
    counts = []  # for each kind and step: texts that it is said of, and the right ones
    for k in range(ISSUES):
        said = [(max(p), KINDS[k] == kind) for kind, p in found if p.index(max(p)) == k]
        counts.append([(sum(p >= step for p, _ in said), sum(ok for p, ok in said if p >= step)) for step in steps])
    best = (0, [SURE] * ISSUES)
    for at in itertools.product(range(len(steps)), repeat=ISSUES):
        sure, right = (sum(counts[k][at[k]][it] for k in range(ISSUES)) for it in (0, 1))
        each = all(counts[k][at[k]][1] >= counts[k][at[k]][0] * RIGHT for k in range(ISSUES))
        if each and right >= RIGHT * sure and sure > best[0]:
            best = (sure, [steps[it] for it in at])
    return best[1]


def report(name, found, least):
    """`found`: (kind, chances)."""
    kinds = [k for k in KINDS if any(kind == k for kind, _ in found)]
    table = collections.Counter((kind, KINDS[p.index(max(p))]) for kind, p in found)
    f1 = []
    for k in kinds:
        said, real = (sum(v for pair, v in table.items() if pair[at] == k) for at in (1, 0))
        f1.append(2 * table[k, k] / max(1, said + real))
    tops = [(kind, p.index(max(p)), max(p)) for kind, p in found]
    sure = [(kind, KINDS[top]) for kind, top, p in tops if top < ISSUES and p >= least[top]]
    right = sum(a == b for a, b in sure)
    print(f"{name:36} n {len(found):5} macro F1 {sum(f1) / len(f1):.3f} ({' '.join(f'{k} {v:.2f}' for k, v in zip(kinds, f1))}); "
          f"sure {len(sure) / len(found):.2f} of the texts, right {right / max(1, len(sure)):.3f}", file=sys.stderr)


def main():
    args, files, skip, hold = sys.argv[1:], [], [], []
    is_list = "--list" in args
    while args:
        arg = args.pop(0)
        if arg == "--skip":
            skip.append(args.pop(0))
        elif arg == "--hold":
            hold.append(args.pop(0))
        elif arg != "--list":
            files.append(arg)
    if is_list:
        print("\n".join(path for path, _, _ in rows(files, [])))
        return
    cues = {row["path"]: row["cues"] for row in map(json.loads, open(files[0], encoding="utf-8")) if row["english"]}
    labelled = [(path, kind, group) for path, kind, group in rows(files[1:], skip) if path in cues]
    data = [(cues[path], kind, group) for path, kind, group in labelled]
    marks = tuple(os.path.basename(it) + "/" for it in hold)
    left_out = {}
    for out in sorted({group for _, _, group in data if marks and group.startswith(marks)}):
        rest = fit([it for it in data if it[2] != out])
        left_out[out] = [(kind, chances(scores(rest, it))) for it, kind, group in data if group == out]
    unseen = [it for part in left_out.values() for it in part]
    # What a project's own texts say of it is learnt there as well: how sure a verdict is, other projects tell.
    apart = folds(data, fit) if not hold else []
    least = lines(unseen or [(kind, p) for kind, p, _ in apart])
    model = fit(data)
    report("all, as trained", [(kind, chances(scores(model, it))) for it, kind, _ in data], least)
    if apart:
        report("all, by folds", [(kind, p) for kind, p, _ in apart], least)
    for out, part in left_out.items():
        report("  left out: " + out.split("/", 1)[1], part, least)
    if unseen:
        report("  each project left out", unseen, least)
    print("# Trained by tests/accuracy/train.py: what each cue adds to each kind.")
    print("cue\t" + "\t".join(KINDS))
    print("sure from\t" + "\t".join(f"{it:.2f}" for it in least + [1.01] * (len(KINDS) - ISSUES)))
    for cue in sorted(model):
        print((cue or "*") + "\t" + "\t".join(f"{it:.2f}" for it in model[cue]))


main()
