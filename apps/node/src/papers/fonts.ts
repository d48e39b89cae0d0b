import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

const { resolve } = createRequire(import.meta.url);

/**
 * The fonts that are embedded in every paper: they have the narrow space of French amounts, the minus of Swedish ones
 * and the euro sign. The fonts that every reader has would print a slash there, and lose the minus.
 */
const files = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;

export type Weight = keyof typeof files;

/** A font as PDFKit takes it: its types know the file alone, its code also what was read from it. */
export type Font = PDFKit.Mixins.PDFFontSource;

/** What was read from each file, once in a process: reading takes longer than drawing the paper. */
const read = new Map<Weight, object>();

/**
 * The fonts of one paper. The tables of the files are shared by all papers, the drawn characters are not: they remember
 * for which letter they were first used, and a paper made before would change the bytes of this one.
 */
export const fontsOfOnePaper = (): Readonly<Record<Weight, Font>> => ({
  plain: unused(fontOf('plain')),
  bold: unused(fontOf('bold')),
});

const unused = (font: object): Font => Object.create(font, { _glyphs: { value: {} } }) as Font;

function fontOf(weight: Weight): object {
  const known = read.get(weight) ?? readOf(files[weight]);
  read.set(weight, known);
  return known;
}

/** PDFKit reads fonts only for a document, so that one which nobody prints reads this one. */
function readOf(file: string): object {
  const { _font } = new PDFDocument({ font: file }) as unknown as { readonly _font?: { readonly font?: object } };
  const font = _font?.font;
  assert(font && '_glyphs' in font && '_cmapProcessor' in font, 'PDFKit keeps the font it has read');
  return font;
}
