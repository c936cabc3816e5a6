"""Habits: each a layout for either side, the errors of either side, and the population."""
from dataclasses import dataclass, field

from . import layouts as l

US_MIX = {"us": 0.74, "spanish": 0.17, "vietnamese": 0.04, "arabic": 0.05}
ABROAD_MIX = {"us": 0.28, "spanish": 0.46, "vietnamese": 0.11, "arabic": 0.15}


@dataclass
class Side:
    """The columns, the scale of all error rates, the rates set apart, and the id and row-number headers."""
    columns: list
    scale: float = 1.0
    rates: dict = field(default_factory=dict)
    id_name: str = "record_id"
    row_number: str = ""


@dataclass
class Habit:
    summary: str
    left: Side
    right: Side
    mix: dict = field(default_factory=lambda: dict(US_MIX))
    country: str = "us"
    overlap: float = 0.7
    kin: bool = False
    copies: tuple = (1.0,)          # the chances of 1, 2, … records of a person in a file
    certain: tuple = ()             # operators of which every right record has one to four
    double_surnames: bool = False   # the layout has a place for a second surname
    adults: bool = False            # only people born by 2006 enter a file


NO_SSN = {"ssn_missing": 1.0}
EASY_MIDDLE = {"middle_missing": 0.0, "middle_initial": 0.0}
CERTAIN = ("given_typo given_phonetic given_optical given_truncated given_nickname given_missing surname_typo "
           "surname_phonetic surname_optical surname_missing names_swapped month_and_day_swapped date_digit year_off no_date "
           "date_digit ssn_digit ssn_transposed ssn_missing moved number_slip street_typo town_typo code_slip").split()

HABITS = {
    "plain": Habit("the columns of FEBRL, moderate errors on the right",
                   Side(l.PLAIN, 0.25, {"ssn_missing": 0.05}, "rec_id"),
                   Side(l.PLAIN_RIGHT, 1.3, {"ssn_missing": 0.10}, "rec_id")),
    "booking": Habit("a jail's bookings and a registry of people born abroad",
                     Side(l.BOOKING, 1.2, {"ssn_missing": 0.5}, "booking_number"),
                     Side(l.REGISTRY, 0.7, {"ssn_missing": 0.45}), mix=ABROAD_MIX, adults=True),
    "one_column_names": Habit("LAST, FIRST M against First M Last",
                              Side(l.FULL_NAME_LEFT, 1.0, NO_SSN, row_number="row_no"),
                              Side(l.FULL_NAME_RIGHT, 1.0, NO_SSN, "person_id")),
    "three_date_columns": Habit("German headers and ISO dates against English ones with day, month and year apart",
                                Side(l.GERMAN_LEFT, 0.7, {}, "satz_id", "lfd_nr"), Side(l.GERMAN_RIGHT, 1.0, {}, "id"),
                                mix={"german": 0.93, "arabic": 0.07}, country="de"),
    "spanish": Habit("two surnames in two columns against one column",
                     Side(l.SPANISH_LEFT, 0.8, {"maternal_missing": 0.03}, "id"),
                     Side(l.SPANISH_RIGHT, 1.0, {"maternal_missing": 0.15}, "id_registro"),
                     mix={"spanish": 1.0}, country="mx", double_surnames=True),
    "repeating_address": Habit("one address told three times: whole, in parts, and by county",
                               Side(l.REPEATING_LEFT, 1.0, {}, "id", "record_no"), Side(l.REPEATING_RIGHT, 1.0, {}, "patient_id")),
    "all_corrupted": Habit("one to four errors in every right record, overlap 0.5",
                           Side(l.SMALL, 0.1, {"ssn_missing": 0.1}, "id"), Side(l.SMALL, 0.0, {}, "id"),
                           overlap=0.5, certain=tuple(CERTAIN)),
    "duplicates": Habit("one to four records of a person in either file",
                        Side(l.DUPLICATES_LEFT, 0.8, {}, "id"), Side(l.DUPLICATES_RIGHT, 1.0, {}, "uid"),
                        copies=(0.60, 0.25, 0.10, 0.05)),
    "kin": Habit("households of look-alikes, twins, Jr and Sr; no address on the right",
                 Side(l.KIN_LEFT, 0.8, {}, "id"), Side(l.KIN_RIGHT, 1.0, {"middle_missing": 0.25}, "record_id"), kin=True),
    "no_strong_fields": Habit("first name, last name, birth year and town, no more",
                              Side(l.WEAK_LEFT, 0.5, {"moved": 0.02}, "rec_id"), Side(l.WEAK_RIGHT, 0.8, {}, "rec_id")),
}
