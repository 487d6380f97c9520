"""The same figures as quarter.duckdb.sql, as a person would compute them with pandas from its own pickled frames.

usage: quarter_pandas.py FOLDER
"""
import sys
from pathlib import Path

import pandas as pd

FIRST = pd.Timestamp("2025-10-01")
END = pd.Timestamp("2026-01-01")
TODAY = pd.Timestamp("2026-01-05")
STEPS = [(3, 14), (5, 28), (7, 56)]
LIMIT = 4 * 3600


def placed(folder: Path) -> pd.DataFrame:
    """The leads of the quarter and of the six months before it, with the contract's names."""
    leads = pd.read_pickle(folder / "lead.pickle")
    leads = leads[(leads.delivered >= FIRST - pd.DateOffset(months=6)) & (leads.delivered < END)]
    sources = pd.read_csv(folder / "sources.csv")
    leads = leads.merge(sources, left_on=["stream", "lead-type"], right_on=["crm_stream", "crm_word"])
    leads["month"] = leads.delivered.dt.to_period("M")
    leads["label"] = leads.month.astype(str) + "/" + leads.stream_y + "/" + leads.lead_type
    return leads


def delivered(leads: pd.DataFrame):
    assigned = leads[(leads.delivered >= FIRST) & (leads.lead_type != "unassigned")]
    for label, count in assigned.groupby("label").size().items():
        yield f"{label}/leads-delivered", count


def cohorts(leads: pd.DataFrame):
    """What came of the leads behind the quarter's quotas: those delivered a lag earlier."""
    behind = FIRST.to_period("M").ordinal - leads.month.map(lambda month: month.ordinal)
    cohort = leads[(leads.lag > 0) & (behind <= leads.lag) & (behind > leads.lag - 3)]
    grouped = cohort.groupby("label")
    leads_before = cohort[cohort.delivered < FIRST].groupby("label").size()
    for label, count in leads_before.items():
        yield f"{label}/leads-delivered", count
    counts = grouped[["sql", "opportunity", "won"]].count()
    # Cents are added up as whole numbers.
    cents = (cohort.amount.where(cohort.won.notna()) * 100).round().fillna(0).astype("int64")
    revenue = cents.groupby(cohort.label).sum()
    for label, row in counts.iterrows():
        yield f"{label}/cohort-sqls", row.sql
        yield f"{label}/cohort-opportunities", row.opportunity
        yield f"{label}/cohort-won", row.won
        yield f"{label}/cohort-revenue", f"{revenue[label] // 100}.{revenue[label] % 100:02}"


def clock(times: pd.Series, workdays: pd.DataFrame) -> pd.Series:
    """What a clock shows that runs in business hours only, in seconds."""
    days = workdays.reindex(times.dt.normalize())
    second = times.dt.hour * 3600 + times.dt.minute * 60 + times.dt.second
    inside = (second - 9 * 3600).clip(0, 8 * 3600).to_numpy()
    return pd.Series(days.worked_before.to_numpy() * 8 * 3600 + days.is_worked.to_numpy() * inside, times.index)


def judged(leads: pd.DataFrame, folder: Path) -> pd.DataFrame:
    """Which promises were due for each lead of the quarter, and which were kept."""
    leads = leads[leads.delivered >= FIRST].set_index("external-id")
    touches = pd.read_pickle(folder / "touch.pickle")
    touches = touches[touches.lead.isin(leads.index) & (touches.kind != "Auto-reply")]
    workdays = pd.read_csv(folder / "workdays.csv", parse_dates=["day"], index_col="day")
    day = leads.delivered.dt.normalize()
    ended = leads[["won", "lost", "disqualified"]].min(axis=1).dt.normalize()
    started = clock(leads.delivered, workdays)
    contacted = touches.groupby("lead")["at"].min().reindex(leads.index)
    reached = clock(contacted, workdays)
    now = workdays.worked_before[TODAY + pd.DateOffset(days=1)] * 8 * 3600
    result = pd.DataFrame({"rep": leads.rep, "leads": True, "contacted-due": now - started > LIMIT})
    result["contacted-met"] = result["contacted-due"] & (reached - started <= LIMIT)
    touched = touches["at"].dt.normalize()
    for count, days in STEPS:
        last = day + pd.Timedelta(days=days)
        inside = touches[touched <= touches.lead.map(last)].groupby("lead").size()
        due = (last <= TODAY) & ~(ended <= last)
        result[f"{count}-in-{days}-due"] = due
        result[f"{count}-in-{days}-met"] = due & (inside.reindex(leads.index, fill_value=0) >= count)
    return result


def followed(result: pd.DataFrame):
    for rep, row in result.groupby("rep").sum().iterrows():
        for name, count in row.items():
            yield f"2025-Q4/rep/{rep}/{name}", count
    for name, count in result.drop(columns="rep").sum().items():
        yield f"2025-Q4/follow-up-{name}", count


def main() -> None:
    folder = Path(sys.argv[1])
    leads = placed(folder)
    for figures in (delivered(leads), cohorts(leads), followed(judged(leads, folder))):
        for key, value in figures:
            print(f"{key},{value}")


main()
