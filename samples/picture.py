"""Make a picture of a page small: no margins, and few colours, which charts and letters can do with."""

import sys

from PIL import Image, ImageChops

MARGIN = 24
# Colours of a picture: enough for those of single markers, which must stay.
COLOURS = 128


def main(source, target):
    page = Image.open(source).convert("RGB")
    # The page's number stands below its margin.
    page = page.crop((0, 0, page.width, round(page.height * 0.94)))
    left, top, right, bottom = ImageChops.difference(page, Image.new("RGB", page.size, "white")).getbbox()
    page = page.crop(
        (max(left - MARGIN, 0), max(top - MARGIN, 0), min(right + MARGIN, page.width), min(bottom + MARGIN, page.height))
    )
    page.quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(target, optimize=True)


main(*sys.argv[1:])
