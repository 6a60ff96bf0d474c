# Cuts the interface's fonts down to what Meada shows, with tabular digits in the interface font
# (stb_truetype knows no OpenType features). Run by cmake/setup: subset_fonts.py FONTS OUT
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

# Latin with its extensions, punctuation, currency, arrows, mathematics, box drawing, shapes.
RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2C6, 0x2DD),
          (0x2010, 0x2026), (0x202F, 0x203A), (0x2070, 0x208E), (0x20AC, 0x20AC),
          (0x2116, 0x2122), (0x2190, 0x2199), (0x21A9, 0x21AA), (0x21D0, 0x21D4),
          (0x2200, 0x22A0), (0x2318, 0x2318), (0x23CE, 0x23CE), (0x2500, 0x25A1),
          (0x25B2, 0x25CF), (0x2713, 0x2717), (0xFFFD, 0xFFFD)]
# Ours: the font's file, the digits' feature.
FONTS = {
    'ui': ('Inter-Regular', 'tnum'),
    'ui_strong': ('Inter-SemiBold', 'tnum'),
    'code': ('JetBrainsMono-Regular', None),
    'code_strong': ('JetBrainsMono-Bold', None),
    'code_italic': ('JetBrainsMono-Italic', None),
    'book': ('GentiumPlus-Regular', None),
}


def find(folder, stem):
    for suffix in ('.ttf', '.otf'):
        for path in sorted(folder.rglob(stem + suffix)):
            return path
    sys.exit(f'subset_fonts: no {stem} under {folder}')


def single_substitutions(font, tag):
    """Glyph -> glyph of a feature made of single substitutions."""
    table = font['GSUB'].table
    pairs = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    pairs.update(getattr(getattr(part, 'ExtSubTable', part), 'mapping', {}))
    return pairs


def cut(source, out, feature):
    font = TTFont(source)
    if feature:
        pairs = single_substitutions(font, feature)
        for table in font['cmap'].tables:
            for code, glyph in table.cmap.items():
                if chr(code).isdecimal():
                    table.cmap[code] = pairs.get(glyph, glyph)
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 13, 14]
    options.drop_tables += ['GSUB', 'GPOS', 'GDEF', 'DSIG', 'Silt']
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)
    subset.save_font(font, out, options)


def main():
    fonts, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    for name, (stem, feature) in FONTS.items():
        cut(find(fonts, stem), out / f'{name}.font', feature)


main()
