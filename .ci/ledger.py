"""Change a value on the sheet Inputs of a result, recalculate it in LibreOffice, and hold the ledger against the program's
own: the one it writes for the same trial where the input workbook has that value.

    ledger.py PROGRAM INPUT KEY VALUE [SCENARIO]
"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl

# Half a cent, and what binary fractions leave of it.
CENT = 0.0051
ROWS_TOGETHER = ["price", "margin", "support", "revenue", "profit", "presales"]


def names(workbook):
    """The cells of every name of one sheet."""
    cells = {}
    for name, defined in workbook.defined_names.items():
        cells[name] = next(iter(defined.destinations))
    return cells


def values(workbook, name):
    sheet, cells = names(workbook)[name]
    found = workbook[sheet][cells.replace("$", "")]
    rows = found if isinstance(found, tuple) else ((found,),)
    return [row[0].value for row in rows]


def table(workbook, sheet, first):
    """The rows of the table whose first heading is given, by heading."""
    rows = [[cell.value for cell in row] for row in workbook[sheet].iter_rows()]
    start = next(at for at, row in enumerate(rows) if first in row)
    headings, found = rows[start], []
    for row in rows[start + 1:]:
        if row[headings.index(first)] is None:
            break
        found.append(dict(zip(headings, row)))
    return found


def run(program, source, target, *more):
    subprocess.run([program, "run", str(source), "-o", str(target), "--trials", "64", "--quiet", "--force", *more], check=True)


def recalculated(source, folder):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
         str(folder / "out"), str(source)],
        check=True, capture_output=True, timeout=600,
    )
    return openpyxl.load_workbook(folder / "out" / source.name, data_only=True)


def with_parameter(source, target, key, value):
    """A copy of an input workbook with another value of a parameter."""
    workbook = openpyxl.load_workbook(source)
    for row in workbook["Parameters"].iter_rows():
        if key in [cell.value for cell in row]:
            heading = next(r for r in workbook["Parameters"].iter_rows() if "Key" in [c.value for c in r])
            column = [cell.value for cell in heading].index("Value")
            row[column].value = value
    workbook.save(target)


def main():
    program, source, key, value = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3], float(sys.argv[4])
    scenario = sys.argv[5:6]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        before = folder / "before.xlsx"
        run(program, source, before, *[word for name in scenario for word in ("--ledger", name)])

        # The value changed in the result, by hand as it were.
        saved = openpyxl.load_workbook(before)
        words = (str(cell.value) for row in saved["Ledger"].iter_rows(max_row=3) for cell in row)
        title = next(word for word in words if ": the deals of fiscal year " in word)
        sheet, cell = names(saved)[key.replace(".", "_")]
        assert saved[sheet][cell.replace("$", "")].value != value, "the value is the same"
        saved[sheet][cell.replace("$", "")].value = value
        edited = folder / "edited.xlsx"
        saved.save(edited)
        sheets = recalculated(edited, folder)

        # The same trial by the program, where the input says so.
        changed = folder / "changed.xlsx"
        with_parameter(source, changed, key, value)
        name, year, trial = title.rsplit(": the deals of fiscal year ", 1)[0], title.split()[-4], title.split()[-1]
        after = folder / "after.xlsx"
        run(program, changed, after, "--ledger", f"{name}:{year}", "--ledger-trial", trial.replace(",", ""))
        told = openpyxl.load_workbook(after, data_only=True)

        mine = {row["Deal"]: row for row in table(sheets, "Ledger", "Deal") if row["Deal"] != "Total"}
        programs = {row["Deal"]: row for row in table(told, "Ledger", "Deal") if row["Deal"] != "Total"}
        was = {row["Deal"]: row for row in table(openpyxl.load_workbook(before, data_only=True), "Ledger", "Deal")}
        assert mine.keys() == programs.keys(), "other deals are listed"
        cells = moved = 0
        for deal, row in programs.items():
            for heading, figure in row.items():
                if heading is None:
                    continue
                own = mine[deal][heading]
                cells += 1
                if isinstance(figure, (int, float)) and isinstance(own, (int, float)):
                    same = abs(figure - own) <= CENT
                else:
                    same = (figure or "") == (own or "")
                if not same:
                    sys.exit(f"deal {deal}, {heading}: the spreadsheet has {own}, the program {figure}")
                moved += was[deal][heading] != figure
        assert moved > len(programs) / 10, "nothing to speak of has changed"
        for name in ROWS_TOGETHER:
            own, other = (sum(values(book, f"deals_{name}")) for book in (sheets, told))
            assert abs(own - other) <= CENT * len(programs), (name, own, other)
        for row in table(openpyxl.load_workbook(before, data_only=True), "Ledger totals", "Measure"):
            assert abs(row["Difference"]) <= CENT * len(programs), row
        print(f"{source.parent.name}: {key} at {value}: {cells} cells of {len(programs)} deals as the program has them, "
              f"{moved} of them changed")


main()
