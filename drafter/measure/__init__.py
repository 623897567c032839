"""How good a draft is: facts kept and invented, repetition, copying, structure, lengths, manner."""

from drafter.measure.json_form import report_json, telling_json
from drafter.measure.known import Known
from drafter.measure.norms import FIGURES, Norm, norms_of
from drafter.measure.report import Report, Samples, measure
from drafter.measure.table import print_report, print_telling
from drafter.measure.telling import Telling, masked, tell_apart
from drafter.measure.written import Written, read_written, written_files

__all__ = [
    "FIGURES",
    "Known",
    "Norm",
    "Report",
    "Samples",
    "Telling",
    "Written",
    "masked",
    "measure",
    "norms_of",
    "print_report",
    "print_telling",
    "read_written",
    "report_json",
    "tell_apart",
    "telling_json",
    "written_files",
]
