"""Judges a table of texts with Apache Spark, and holds the texts of each repository against each other.

    spark-submit spark.py TEXTS FINDINGS        both folders or files of Parquet

TEXTS has the columns `id`, `repo`, `path` and `text`. FINDINGS gets one row a finding: what `pingless check` says in
each repository, but for links that lead nowhere: those are seen from the files around a text. `pingless` has to be on
the path of every worker. A line that cannot be judged fails the job, which is what `checkCode=True` is for: without it
Spark takes no notice of how a program ends.
"""

import os
import sys

from pyspark.sql import SparkSession, functions as f

TEXTS, FINDINGS = sys.argv[1:3]
PINGLESS = os.environ.get("PINGLESS", "pingless")
# Flags of both steps, such as `--config pingless.toml`.
FLAGS = os.environ.get("PINGLESS_FLAGS", "")

PLACE = "struct<offset: bigint, line: bigint>"
FINDING = f"""
    path: string, rule: string, level: string, confidence: string, message: string, question: string, help: string,
    label: string, range: struct<start: {PLACE}, end: struct<offset: bigint>>,
    related: array<struct<path: string, range: struct<start: {PLACE}, end: struct<offset: bigint>>, label: string>>
"""
ROW = f"struct<id: string, meta: struct<repo: string>, diagnostics: array<struct<{FINDING}>>>"
LINK = f"struct<id: string, meta: struct<repo: string>, {FINDING}>"

spark = SparkSession.builder.appName("pingless").getOrCreate()
texts = spark.read.parquet(TEXTS)

# Map: each text by itself, one line in and one line out.
lines = texts.select(f.to_json(f.struct("id", "path", "text", f.struct("repo").alias("meta"))).alias("line"))
rows = lines.rdd.map(lambda row: row.line).pipe(
    f"{PINGLESS} stream --jobs 1 --emit diagnostics,summaries {FLAGS}", checkCode=True
)
rows = rows.map(lambda line: (line,)).toDF("line string").persist()
alone = rows.select(f.from_json("line", ROW).alias("row")).select("row.id", "row.meta.repo", f.explode("row.diagnostics").alias("it"))

# Reduce: the summaries of a repository come together, and those of many repositories are linked in one run.
repo = f.get_json_object("line", "$.meta.repo")
groups = rows.repartition(repo).rdd.map(lambda row: row.line).pipe(f"{PINGLESS} link --by repo {FLAGS}", checkCode=True)
linked = groups.map(lambda line: (line,)).toDF("line string").select(f.from_json("line", LINK).alias("it"))

names = ["path", "rule", "level", "confidence", "message", "question", "help", "label", "range", "related"]
findings = alone.select("id", "repo", *[f"it.{name}" for name in names]).unionByName(
    linked.select("it.id", "it.meta.repo", *[f"it.{name}" for name in names])
)
findings.write.mode("overwrite").parquet(FINDINGS)
spark.stop()
