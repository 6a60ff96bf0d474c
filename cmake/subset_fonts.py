# Cuts the interface's fonts down to what Meada shows, with tabular digits in the interface font
# (stb_truetype knows no OpenType features). Run by cmake/setup: subset_fonts.py FONTS OUT
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

# What src/app/faces.cpp draws with them: in what we write ourselves, and in most scripts.
COMMON = [(0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2026), (0x20AC, 0x20AC), (0x2190, 0x2193),
          (0x23CE, 0x23CE), (0xFFFD, 0xFFFD)]
# What some scripts have beside these: other Latin letters, Greek, Cyrillic, mathematics, boxes and
# shapes. In one face, for all faces: the page downloads it when it is asked for.
RARE = [(0x100, 0x17F), (0x370, 0x3FF), (0x400, 0x45F), (0x2010, 0x203A), (0x2116, 0x2122),
        (0x2190, 0x21D4), (0x2200, 0x22A0), (0x2318, 0x2318), (0x2500, 0x25CF), (0x2713, 0x2717)]
# Ours: the font's file, the digits' feature, the characters.
FONTS = {
    'ui': ('Inter-Regular', 'tnum', COMMON),
    'ui_strong': ('Inter-SemiBold', 'tnum', COMMON),
    'code': ('JetBrainsMono-Regular', None, COMMON),
    'code_strong': ('JetBrainsMono-Bold', None, COMMON),
    'code_italic': ('JetBrainsMono-Italic', None, COMMON),
    'book': ('GentiumPlus-Regular', None, COMMON),
    'rare': ('JetBrainsMono-Regular', None, RARE),
}
# No letter is drawn so large that a thousandth of its size could be seen; each bit less in its
# points is a sixteenth of the file.
UNITS_PER_EM = 1000


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


def cut(source, out, feature, ranges):
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
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 14]  # whose it is, and where the licence is
    options.drop_tables += ['GSUB', 'GPOS', 'GDEF', 'DSIG', 'Silt', 'kern', 'gasp', 'STAT', 'MATH',
                            'Feat', 'Glat', 'Gloc', 'Sill', 'cvt ', 'fpgm', 'prep']
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in ranges for code in range(low, high + 1)])
    cutter.subset(font)
    scale_upem(font, UNITS_PER_EM)
    subset.save_font(font, out, options)


def main():
    fonts, out = map(pathlib.Path, sys.argv[1:3])
    out.mkdir(parents=True, exist_ok=True)
    for name, (stem, feature, ranges) in FONTS.items():
        cut(find(fonts, stem), out / f'{name}.font', feature, ranges)


main()
