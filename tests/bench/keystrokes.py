#!/usr/bin/env python3
"""Types into one document of a large workspace, and says what each letter costs the language server.

    cargo build --release
    python3 tests/bench/keystrokes.py [--program target/release/pingless] [--documents 1000] [--letters 200]

The workspace is made of our own texts: each document is some of them, one after the other, and the one that is typed into
has 50 KB. What counts is the processor time of the server, from a change to the findings of that version; what it does in a
pause, when all documents are held against each other, is told beside it. It reads /proc, and so runs on Linux alone.
"""
import argparse
import json
import os
import pathlib
import random
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LARGE = 50_000


class Client:
    def __init__(self, program, folder):
        self.child = subprocess.Popen([program, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
        self.asked = 0

    def send(self, **message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.child.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.child.stdin.flush()

    def ask(self, method, params):
        self.asked += 1
        self.send(id=self.asked, method=method, params=params)
        return self.wait(lambda it: it.get("id") == self.asked and "method" not in it)

    def wait(self, fits):
        while True:
            length = 0
            while line := self.child.stdout.readline().strip():
                name, value = line.split(b": ")
                length = int(value) if name == b"Content-Length" else length
            message = json.loads(self.child.stdout.read(length))
            if fits(message):
                return message

    def shown(self, uri, version):
        return self.wait(lambda it: it.get("method") == "textDocument/publishDiagnostics"
                         and it["params"]["uri"] == uri and it["params"].get("version") == version)

    def worked(self):
        """Milliseconds of the processor."""
        def of(task):
            # A thread may end while it is looked at.
            try:
                return int((task / "schedstat").read_text().split()[0])
            except (FileNotFoundError, ProcessLookupError):
                return 0

        tasks = pathlib.Path(f"/proc/{self.child.pid}/task")
        return sum(of(it) for it in tasks.iterdir()) / 1e6

    def memory(self):
        """Megabytes that are held now, and most that were."""
        lines = pathlib.Path(f"/proc/{self.child.pid}/status").read_text().splitlines()
        size = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if line.startswith(("VmRSS", "VmHWM"))}
        return size["VmRSS"], size["VmHWM"]


def workspace(folder, documents):
    """Documents of some of our texts each; returns the large one."""
    texts = sorted((ROOT / "tests/mutation").glob("*.md")) + sorted((ROOT / "tests/texts").rglob("*.md"))
    texts = [it.read_text() for it in texts]
    chosen = random.Random(1)
    for number in range(documents):
        place = folder / f"d{number % 40}"
        place.mkdir(exist_ok=True)
        (place / f"{number:04}.md").write_text("\n\n".join(chosen.sample(texts, 6)))
    large = ""
    while len(large) < LARGE:
        large += chosen.choice(texts) + "\n\n"
    (folder / "large.md").write_text(large[:LARGE])
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    return folder / "large.md"


def typed(client, path, letters):
    """What each letter costs."""
    uri, text = path.as_uri(), path.read_text()
    lines = [number for number, line in enumerate(text.split("\n")) if len(line) > 20]
    chosen, costs = random.Random(2), []
    for number in range(letters):
        if number % 20 == 0:
            line, column = chosen.choice(lines), 5
        before, version = client.worked(), number + 2
        place = {"line": line, "character": column}
        change = {"range": {"start": place, "end": place}, "text": "abcde fg "[number % 9]}
        client.send(method="textDocument/didChange",
                    params={"textDocument": {"uri": uri, "version": version}, "contentChanges": [change]})
        client.shown(uri, version)
        time.sleep(0.01)
        costs.append(client.worked() - before)
        column += 1
    return sorted(costs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=str(ROOT / "target/release/pingless"))
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--letters", type=int, default=200)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder).resolve()
        path = workspace(folder, asked.documents)
        client = Client(os.path.abspath(asked.program), folder)
        client.ask("initialize", {"rootUri": folder.as_uri(), "capabilities": {"window": {"workDoneProgress": True}}})
        client.send(method="initialized", params={})
        document = {"uri": path.as_uri(), "languageId": "markdown", "version": 1, "text": path.read_text()}
        client.send(method="textDocument/didOpen", params={"textDocument": document})
        client.wait(lambda it: it.get("method") == "$/progress" and it["params"]["value"]["kind"] == "end")
        time.sleep(2)
        print(f"{asked.documents} documents read: {client.worked():.0f} ms, {client.memory()[0]:.0f} MB")
        costs = typed(client, path, asked.letters)
        share = lambda part: costs[min(len(costs) - 1, int(len(costs) * part))]
        print(f"a letter: p50 {share(.5):.2f} ms, p95 {share(.95):.2f} ms, most {costs[-1]:.2f} ms")
        before = client.worked()
        time.sleep(2)
        now, most = client.memory()
        print(f"a pause: {client.worked() - before:.0f} ms; idle {now:.0f} MB, at most {most:.0f} MB")
        client.ask("shutdown", None)
        client.send(method="exit", params=None)
        client.child.wait(10)


if __name__ == "__main__":
    main()
