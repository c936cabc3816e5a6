"""What the harness itself must get right: `python3 -B -m unittest harness.tests` in the folder Benchmarks."""
import os
import sys
import tempfile
import unittest

from . import KINDS, accuracy, definitions, judging, process, scaling, stages
from .jobs import figures
from .programs import OURS, Failure


def run(wall=2.0, cpu=3.0, peak=100.0, **counts):
    return {"wallSeconds": wall, "cpuSeconds": cpu, "peakMiB": peak, "coreShare": cpu / wall, **counts}


def row(**runs):
    return {"name": "n", "figures": {name: figures(r) for name, r in runs.items()}, "ratios": []}


class Definitions(unittest.TestCase):
    def test_every_key_is_known_and_every_expectation_is_judged(self):
        for file in {file for files in KINDS.values() for file in files}:
            for definition in definitions.read(file)[0]:
                if file in ("jobs", "worst"):
                    self.assertLessEqual(set(definition["expected"]), set(judging.EXPECTED), definition["name"])

    def test_an_unknown_expectation_is_refused(self):
        with self.assertRaises(Failure):
            judging.faults({"leestF1": 0.9}, {"f1": 1.0})


class Judging(unittest.TestCase):
    def test_bounds_hold_at_the_bound_and_not_beyond(self):
        for key, good, bad in (("leastF1", 0.9, 0.8), ("mostFalseLinks", 3, 4), ("records", 5, 6)):
            name = judging.EXPECTED[key][0]
            self.assertEqual(judging.faults({key: good}, {name: good}), [])
            self.assertEqual(len(judging.faults({key: good}, {name: bad})), 1)

    def test_another_exit_status_is_the_only_fault(self):
        self.assertEqual(len(judging.faults({"exitStatus": 0, "records": 5}, {"exitStatus": -9})), 1)

    def test_counts_that_differ_from_run_to_run_are_wrong(self):
        varying = row(**{OURS: [run(links=1), run(links=2)]})
        self.assertEqual(len(judging.wrong({"expected": {}}, varying)), 1)

    def test_times_that_differ_are_not(self):
        self.assertEqual(judging.wrong({"expected": {}}, row(**{OURS: [run(wall=1), run(wall=2)]})), [])

    def test_variants_must_come_to_the_same_links(self):
        both = row(**{f"{OURS}, a": [run(linksDigest="x")], f"{OURS}, b": [run(linksDigest="y")]})
        self.assertEqual(len(judging.wrong({"expected": {}}, both)), 1)

    def test_a_bar_beside_a_peer_is_the_ratio_of_medians(self):
        found = {OURS: figures([run(cpu=1), run(cpu=3), run(cpu=2)]), "splink": figures([run(cpu=20)])}
        ratio, = judging.ratios({"bars": {"splink": {"cpuSeconds": 15}}}, found)
        self.assertEqual(ratio["value"], 10)
        missed = judging.missed({}, {"name": "n", "figures": found, "ratios": [ratio]})
        self.assertEqual(len(missed), 1)

    def test_worse_than_the_peer_is_a_missed_bar(self):
        asked = {"noWorseThan": {"splink": ["f1", "falseLinks"]}}
        both = row(**{OURS: [run(f1=0.9, falseLinks=2)], "splink": [run(f1=0.95, falseLinks=2)]})
        self.assertEqual(len(judging.missed(asked, both)), 1)

    def test_a_limit_is_of_the_median(self):
        limited = row(**{OURS: [run(wall=1), run(wall=1), run(wall=9)]})
        self.assertEqual(judging.missed({"limits": {"wallSeconds": 1}}, limited), [])
        self.assertEqual(len(judging.missed({"limits": {"wallSeconds": 0.5}}, limited)), 1)


class Figures(unittest.TestCase):
    def test_growth_is_what_twice_the_records_take_whatever_the_step(self):
        found = {n: figures([run(cpu=n ** 1.5)]) for n in (100, 200, 800)}
        self.assertAlmostEqual(scaling.step(100, 200, found, ["cpuSeconds"])["cpuSeconds"], 2 ** 1.5)
        self.assertAlmostEqual(scaling.step(200, 800, found, ["cpuSeconds"])["cpuSeconds"], 2 ** 1.5)

    def test_a_rate_is_work_by_seconds_of_its_stage(self):
        found = figures([run(candidatePairs=10, stageSeconds={"score": 2.0, "train": 1.0})])
        self.assertEqual(stages.rates(found["stageSeconds"], found["counts"]),
                         {"score": {"unit": "pairs", "perSecond": 5.0}})

    def test_links_are_judged_by_the_true_pairs(self):
        with tempfile.TemporaryDirectory() as folder:
            write(folder, "truth.csv", "left_id,right_id\na,1\nb,2\nc,3\n")
            links = write(folder, "links.csv", "left_id,right_id,decision\na,1,link\nb,9,link\nc,3,non-link\n")
            self.assertEqual(accuracy.of_links(links, folder),
                             {"truePairs": 3, "links": 2, "falseLinks": 1, "f1": 0.4})
            pairs = write(folder, "pairs.csv", "left_id,right_id,match_probability\na,1,0.97\nb,2,0.96\nb,9,0.6\n")
            self.assertEqual(accuracy.at_best_threshold(pairs, folder),
                             {"truePairs": 3, "links": 2, "falseLinks": 0, "f1": 0.8, "threshold": 0.9})


class Processes(unittest.TestCase):
    def test_a_process_is_measured_apart_from_the_harness(self):
        ballast = bytearray(200 << 20)
        with tempfile.TemporaryDirectory() as folder:
            found, out, err = process.attempt(["sh", "-c", "echo a; echo b >&2; exit 3"], folder)
        self.assertEqual((found["exitStatus"], out, err), (3, "a\n", "b\n"))
        self.assertLess(found["peakMiB"], len(ballast) / 2**20 / 4)

    def test_a_process_that_takes_too_long_is_ended(self):
        with tempfile.TemporaryDirectory() as folder:
            found, _, _ = process.attempt([sys.executable, "-c", "import time; time.sleep(30)"], folder, seconds=1)
        self.assertEqual(found["exitStatus"], -9)
        self.assertLess(found["wallSeconds"], 10)


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    return path


if __name__ == "__main__":
    unittest.main()
