"""Recalculate workbooks in LibreOffice and hold every formula's value against the saved one."""

import pathlib
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

# Relative difference that is no difference: the last digits of a sum may depend on its order.
TOLERANCE = 1e-9


def without_values(source, target):
    """A copy whose formulas have no saved values, so that nothing but a recalculation can bring them back."""
    import re

    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            new.writestr(name, data)


def main():
    for workbook in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            stripped = pathlib.Path(folder) / "stripped.xlsx"
            without_values(workbook, stripped)
            out = pathlib.Path(folder) / "out"
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
                 "--outdir", str(out), str(stripped)],
                check=True, capture_output=True, timeout=300,
            )
            saved = openpyxl.load_workbook(workbook, data_only=True)
            formulas = openpyxl.load_workbook(workbook)
            again = openpyxl.load_workbook(out / "stripped.xlsx", data_only=True)
            count = 0
            for sheet in formulas:
                for row in sheet.iter_rows():
                    for cell in row:
                        if cell.data_type != "f":
                            continue
                        count += 1
                        before = saved[sheet.title][cell.coordinate].value
                        after = again[sheet.title][cell.coordinate].value
                        same = before == after
                        if isinstance(before, (int, float)) and isinstance(after, (int, float)):
                            same = abs(before - after) <= TOLERANCE * max(1.0, abs(before))
                        if not same:
                            sys.exit(f"{workbook}: {sheet.title}!{cell.coordinate}: saved {before}, recalculated {after}")
            print(f"{pathlib.Path(workbook).name}: {count} formulas recalculated, all as saved")


main()
