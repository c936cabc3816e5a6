"""Links two files of Tools/make-sample with Splink and DuckDB, as its own guides advise for such columns.

    .venv/bin/python splink_job.py LEFT RIGHT OUT [--one-thread] [--count]

Every column that is evidence has the ready-made comparison for its kind, with term frequencies where Splink has them;
names are compared together, so that exchanged names count. Blocking is about as broad as what Scruple chooses itself.
u is from random pairs, m from two rounds of expectation maximisation that block on different columns, the prior from
deterministic rules. Pairs of at least one in a hundred are written, so that the harness may look for the threshold at
which Splink does best. Prints as JSON what the step `predict` took, which joins, compares and scores, and with --count
how many pairs it went through, by Splink's own count after the work.
"""
import argparse
import json
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.blocking_analysis import count_comparisons_from_blocking_rules

RULES = [
    block_on("dob"),
    block_on("soc_sec_id"),
    block_on("given_name", "surname"),
    block_on("surname", "postcode"),
    block_on("given_name", "postcode"),
]
CLEAN = """
CREATE TABLE {name} AS
SELECT rec_id AS unique_id, given_name, surname, postcode, soc_sec_id,
       nullif(concat_ws(' ', street_number, address_1, suburb), '') AS address,
       strftime(try_strptime(date_of_birth, '%Y%m%d'), '%Y-%m-%d') AS dob
FROM read_csv('{path}', all_varchar = true, nullstr = '')
"""


def main():
    parser = argparse.ArgumentParser()
    for name in ("left", "right", "out"):
        parser.add_argument(name)
    parser.add_argument("--one-thread", action="store_true")
    parser.add_argument("--count", action="store_true")
    o = parser.parse_args()
    connection = duckdb.connect(config={"threads": 1} if o.one_thread else {})
    for name, path in (("left_file", o.left), ("right_file", o.right)):
        connection.execute(CLEAN.format(name=name, path=path))
    api = DuckDBAPI(connection)
    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="unique_id",
        comparisons=[
            cl.ForenameSurnameComparison("given_name", "surname"),
            cl.DateOfBirthComparison("dob", input_is_string=True, datetime_format="%Y-%m-%d"),
            cl.LevenshteinAtThresholds("soc_sec_id", [1, 2]),
            # One comparison for the home: its parts agree together, in families too, and would count several times.
            cl.CustomComparison(output_column_name="home", comparison_levels=[
                cll.And(cll.NullLevel("address"), cll.NullLevel("postcode")),
                cll.And(cll.ExactMatchLevel("address"), cll.ExactMatchLevel("postcode")),
                cll.JaroWinklerLevel("address", 0.92),
                cll.Or(cll.ExactMatchLevel("postcode"), cll.JaroWinklerLevel("address", 0.8)),
                cll.ElseLevel(),
            ]),
        ],
        blocking_rules_to_generate_predictions=RULES,
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )
    tables = [api.register("left_file"), api.register("right_file")]
    linker = Linker(tables, settings, log_level="ERROR")
    train = linker.training
    train.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("given_name", "surname", "dob")], recall=0.8)
    train.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("dob"), block_on("given_name", "surname")):
        train.estimate_parameters_using_expectation_maximisation(rule, record_sample_proportion=1.0, max_pairs=1e6)
    cpu, wall = time.process_time(), time.monotonic()
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    took = {"predictCPUSeconds": time.process_time() - cpu, "predictWallSeconds": time.monotonic() - wall}
    connection.execute(
        f"COPY (SELECT unique_id_l AS left_id, unique_id_r AS right_id, match_probability FROM {pairs.physical_name}) "
        f"TO '{o.out}' (HEADER, DELIMITER ',')")
    print(json.dumps(took | {"pairs": compared(tables) if o.count else None}))


def compared(tables):
    """How many pairs predict went through, each once, whatever its probability."""
    counts = count_comparisons_from_blocking_rules(
        tables, blocking_rules=RULES, link_type="link_only", record_sample_proportion=1.0)
    last = counts[-1]
    return last["cumulative_comparison_count"] if isinstance(last, dict) else last.cumulative_comparison_count


main()
