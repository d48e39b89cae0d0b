import { inflateSync } from 'node:zlib';

/** What a reader finds in a paper without drawing it. */
export interface PdfContent {
  /** The written texts of each page, in the order in which they were written. */
  readonly pages: readonly (readonly string[])[];
  readonly attachments: readonly Uint8Array[];
  /** Everything that is not compressed: dictionaries, the structure, the metadata. */
  readonly plain: string;
}

interface PdfObject {
  readonly dictionary: string;
  readonly stream: Buffer | null;
}

/** Reads a PDF of our own making: one revision, whole objects, fonts with a map back to Unicode. */
export function readPdf(bytes: Uint8Array): PdfContent {
  const plain = Buffer.from(bytes).toString('latin1');
  const objects = objectsIn(plain);
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type \/Page\b/.test(dictionary));
  return {
    pages: pages.map((page) => textsOf(page, objects)),
    attachments: [...objects.values()]
      .filter(({ dictionary }) => dictionary.includes('/Type /EmbeddedFile'))
      .map(({ stream }) => new Uint8Array(stream!)),
    plain,
  };
}

function objectsIn(plain: string): ReadonlyMap<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const match of plain.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const [dictionary, ...rest] = match[2]!.split('\nstream\n');
    const raw = rest.length === 0 ? null : Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1');
    const isPacked = dictionary!.includes('/FlateDecode');
    objects.set(match[1]!, { dictionary: dictionary!, stream: raw && isPacked ? inflateSync(raw) : raw });
  }
  return objects;
}

type Objects = ReadonlyMap<string, PdfObject>;

const referred = (dictionary: string, name: string, objects: Objects): PdfObject | undefined =>
  objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1] ?? '');

function textsOf(page: PdfObject, objects: Objects): readonly string[] {
  const resources = referred(page.dictionary, 'Resources', objects)?.dictionary ?? page.dictionary;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [
      name!,
      lettersOf(objects.get(id!)!, objects),
    ]),
  );
  const content = referred(page.dictionary, 'Contents', objects)?.stream?.toString('latin1') ?? '';
  let letters = new Map<string, string>();
  const texts: string[] = [];
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    else texts.push([...glyphs!.matchAll(/<([0-9a-f]+)>/g)].map(([, codes]) => spelled(codes!, letters)).join(''));
  }
  return texts;
}

const spelled = (codes: string, letters: ReadonlyMap<string, string>): string =>
  (codes.match(/.{4}/g) ?? []).map((code) => letters.get(code) ?? '\uFFFD').join('');

/** Which letters each glyph of a font stands for. */
function lettersOf(font: PdfObject, objects: Objects): Map<string, string> {
  const map = referred(font.dictionary, 'ToUnicode', objects)?.stream?.toString('latin1') ?? '';
  const letters = new Map<string, string>();
  for (const [, first, list] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    [...list!.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, units], index) => {
      const code = (parseInt(first!, 16) + index).toString(16).padStart(4, '0');
      letters.set(code, Buffer.from(units!.replace(/ /g, ''), 'hex').swap16().toString('utf16le'));
    });
  return letters;
}
