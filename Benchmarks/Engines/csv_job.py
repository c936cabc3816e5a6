"""Reads files into dictionary-coded columns with a peer on one thread and prints what it took, as JSON.

    .venv/bin/python csv_job.py polars|pyarrow|duckdb FILE...
"""
import json
import os
import sys
import time

os.environ["POLARS_MAX_THREADS"] = "1"
ENGINE, FILES = sys.argv[1], sys.argv[2:]


def polars():
    import polars as pl
    return lambda path: len(pl.read_csv(path, infer_schema=False).with_columns(pl.all().cast(pl.Categorical)))


def pyarrow():
    import pyarrow as pa
    from pyarrow import csv
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)

    def read(path):
        names = open(path, encoding="utf-8").readline().strip().split(",")
        kinds = {name: pa.dictionary(pa.int32(), pa.string()) for name in names}
        table = csv.read_csv(path, read_options=csv.ReadOptions(use_threads=False),
                             convert_options=csv.ConvertOptions(column_types=kinds))
        # Each block of a file has dictionaries of its own until then: a code would mean another value in each.
        return len(table.unify_dictionaries())
    return read


def duckdb():
    import duckdb
    connection = duckdb.connect(config={"threads": 1})

    def read(path):
        connection.execute(f"CREATE OR REPLACE TABLE t AS FROM read_csv('{path}', all_varchar = true)")
        return connection.execute("SELECT count(*) FROM t").fetchone()[0]
    return read


read = {"polars": polars, "pyarrow": pyarrow, "duckdb": duckdb}[ENGINE]()
cpu, wall = time.process_time(), time.monotonic()
rows = [read(path) for path in FILES]
print(json.dumps({"rows": rows, "cpuSeconds": time.process_time() - cpu, "wallSeconds": time.monotonic() - wall}))
