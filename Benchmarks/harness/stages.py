"""Stages of a run: seconds, share, and how much of its work each does a second."""

# What a stage goes through; training goes through samples, so a rate of it would say nothing.
WORK = {"read": ("MB", "bytesOfBoth", 1e6), "normalize": ("records", "recordsOfBoth", 1),
        "block": ("pairs", "candidatePairs", 1), "score": ("pairs", "candidatePairs", 1),
        "decide": ("pairs", "candidatePairs", 1), "write": ("listed pairs", "listedPairs", 1)}


def rates(seconds, counts):
    """By medians; of stages that have a unit and whose work is known."""
    return {stage: {"unit": WORK[stage][0], "perSecond": counts[WORK[stage][1]] / WORK[stage][2] / s["median"]}
            for stage, s in seconds.items() if WORK.get(stage, ("", ""))[1] in counts and s["median"] > 0}


def line(found):
    return "    " + ", ".join(f"{stage} {s['median']:.2f} s" for stage, s in found["stageSeconds"].items())


def table(found):
    """Of one thread, so that a second of a stage is a CPU second."""
    total = sum(s["median"] for s in found["stageSeconds"].values())
    for stage, s in found["stageSeconds"].items():
        text = f"    {stage:10}{s['median']:9.3f} s  ({s['least']:.3f} to {s['greatest']:.3f}) "
        text += f"{s['median'] / total:6.1%}" if len(found["stageSeconds"]) > 1 else ""
        rate = found["rates"].get(stage)
        yield text + (f"  {scaled(rate['perSecond'])} {rate['unit']} a CPU second" if rate else "")


def scaled(value):
    return f"{value / 1e6:.2f} M" if value >= 1e6 else f"{value:,.0f}" if value >= 1000 else f"{value:.1f}"
