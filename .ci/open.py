"""Open workbooks as other programs do: openpyxl, pandas (each table with its heading, no warning), openxml-audit; and look
for what a reader needs: a small file, properties, descriptions of charts, headings in sight, no merged cells in data."""

import pathlib
import re
import subprocess
import sys
import warnings
import zipfile
from xml.etree import ElementTree

import openpyxl
import pandas
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

LARGEST = 3_000_000
# Sheets of words alone.
WORDS = {"Guide"}
# From so many rows on a heading would leave the screen.
LONG = 25
# A heading this far down is below charts and words, and cannot stay in sight.
NEAR_THE_TOP = 15
# Bars behind numbers, as a rule names them and as they are kept.
BARS = {b"{B025F937-C7B1-47D3-B67F-A62EFF666E3E}", b"{78C0D931-6437-407d-A8EE-F0AAD7539E65}"}
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"


def tables(sheet):
    """The tables of a sheet by name."""
    return [(table.name, table) for table in sheet.tables.values()]


def strict():
    """From here on a warning is an error. One is not ours to mend: openpyxl cannot keep the bars behind the numbers of the
    first sheet, which the file format has as an extension since 2010; it reads the numbers all the same."""
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", message=".* extension is not supported and will be removed", module="openpyxl")


def extended(path):
    """The sheets with extensions, which may be the first alone, with bars behind its numbers."""
    with zipfile.ZipFile(path) as parts:
        sheets = [part for part in parts.namelist() if part.startswith("xl/worksheets/") and part.endswith(".xml")]
        found = {part: re.findall(rb'<ext [^>]*uri="([^"]*)"', parts.read(part)) for part in sheets}
    allowed = {part: BARS if part == "xl/worksheets/sheet1.xml" else set() for part in sheets}
    return [f"{part} has the extensions {set(uris)}" for part, uris in found.items() if set(uris) - allowed[part]]


def properties(book):
    """What the file does not say about itself."""
    return [f"no {name}" for name in ("title", "subject", "creator", "created") if not getattr(book.properties, name)]


def undescribed(path):
    """The drawings without a description, and how many there are."""
    problems, drawings = [], 0
    with zipfile.ZipFile(path) as parts:
        for part in parts.namelist():
            if part.startswith("xl/drawings/") and part.endswith(".xml"):
                for drawn in ElementTree.fromstring(parts.read(part)).iter(DRAWN):
                    drawings += 1
                    if not drawn.get("descr", "").strip():
                        problems.append(f"{part}: {drawn.get('name')} has no description")
    return problems, drawings


def looks(sheet):
    """What is wrong with how the tables of a sheet stand on it."""
    problems = []
    areas = {name: range_boundaries(table.ref) for name, table in tables(sheet)}
    for merged in sheet.merged_cells.ranges:
        for name, (left, top, right, bottom) in areas.items():
            if merged.min_col <= right and merged.max_col >= left and merged.min_row <= bottom and merged.max_row >= top:
                problems.append(f"{merged} is merged in the table {name}")
    if sheet.sheet_state == "visible" and sheet.title not in WORDS and sheet.freeze_panes is None:
        problems.append("nothing stays in sight")
    # Only one heading can stay: that of a sheet's only table.
    for name, (_, top, _, bottom) in areas.items():
        if len(areas) == 1 and bottom - top > LONG and top <= NEAR_THE_TOP and not sheet._charts:
            frozen = range_boundaries(sheet.freeze_panes)[1] - 1 if sheet.freeze_panes else 0
            if frozen < top:
                problems.append(f"the heading of {name} in row {top} does not stay in sight: {frozen} rows do")
    return [f"{sheet.title}: {problem}" for problem in problems]


def read(book, path):
    """What pandas does not read as it stands, and how many tables there are."""
    problems, count = [], 0
    with warnings.catch_warnings(), pandas.ExcelFile(path) as file:
        strict()
        for sheet in book:
            for name, table in tables(sheet):
                count += 1
                left, top, right, bottom = range_boundaries(table.ref)
                bottom -= table.totalsRowCount or 0
                frame = pandas.read_excel(
                    file,
                    sheet_name=sheet.title,
                    header=top - 1,
                    usecols=f"{get_column_letter(left)}:{get_column_letter(right)}",
                    nrows=bottom - top,
                )
                headings = [cell.value for cell in sheet[top][left - 1 : right]]
                if list(frame.columns) != headings or headings != [column.name for column in table.tableColumns]:
                    problems.append(f"{sheet.title}: pandas reads {name} with {list(frame.columns)}, not {headings}")
                # It leaves out rows that wait to be filled in.
                cells = sheet.iter_rows(top + 1, bottom, left, right, values_only=True)
                filled = [place for place, row in enumerate(cells, 1) if any(value is not None for value in row)]
                if len(frame) != max(filled, default=0):
                    problems.append(f"{sheet.title}: pandas reads {len(frame)} of {max(filled, default=0)} rows of {name}")
    return problems, count


def main():
    failed = False
    for workbook in sys.argv[1:]:
        with warnings.catch_warnings():
            strict()
            book = openpyxl.load_workbook(workbook)
        size = pathlib.Path(workbook).stat().st_size
        problems = properties(book) + extended(workbook)
        if size >= LARGEST:
            problems.append(f"{size:,} bytes, not below {LARGEST:,}")
        alone, drawings = undescribed(workbook)
        problems += alone
        for sheet in book:
            problems += looks(sheet)
        misread, count = read(book, workbook)
        problems += misread
        audit = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "openxml-audit"), workbook], capture_output=True, text=True
        )
        if audit.returncode != 0:
            problems.append(f"openxml-audit found\n{audit.stdout}{audit.stderr}")
        for problem in problems:
            print(f"{workbook}: {problem}")
        failed = failed or bool(problems)
        print(
            f"{workbook}: {size:,} bytes, {len(book.sheetnames)} sheets, {count} tables, {drawings} drawings,"
            f" {len(problems)} problems"
        )
    sys.exit(1 if failed else 0)


main()
