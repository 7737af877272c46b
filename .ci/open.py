"""Open workbooks with openpyxl and look them over with openxml-audit."""

import pathlib
import subprocess
import sys

import openpyxl


def main():
    for workbook in sys.argv[1:]:
        book = openpyxl.load_workbook(workbook)
        cells = sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None)
        audit = subprocess.run(
            [str(pathlib.Path(sys.executable).parent / "openxml-audit"), workbook], capture_output=True, text=True
        )
        if audit.returncode != 0:
            sys.exit(f"{workbook}: openxml-audit found\n{audit.stdout}{audit.stderr}")
        print(f"{workbook}: {len(book.sheetnames)} sheets, {cells} cells, openxml-audit finds nothing")


main()
