import { type Result, ok, refuse } from '@passerelle/values';
import { XMLParser } from 'fast-xml-parser';
import { type XmlFault, xmlFault } from './well-formed.js';

type Parsed = { readonly [name: string]: unknown; readonly [place: symbol]: unknown };

/** An element of a document, its prefix dropped. Texts are as written: an amount stays text, a reference keeps zeros. */
export class XmlElement {
  constructor(
    private readonly parsed: Parsed,
    readonly name: string,
    private readonly lineEnds: readonly number[],
  ) {}

  /** The first descendant along a path of names. */
  child(...path: readonly string[]): XmlElement | undefined {
    const [first, ...rest] = path;
    if (first === undefined) return this;
    return this.children(first)[0]?.child(...rest);
  }

  children(name: string): readonly XmlElement[] {
    if (!Object.hasOwn(this.parsed, name)) return [];
    const found = this.parsed[name];
    const all: readonly unknown[] = Array.isArray(found) ? found : [found];
    return all.map((one) => new XmlElement(one as Parsed, name, this.lineEnds));
  }

  /** The text of a descendant without the spaces around it; undefined where the element is absent or empty. */
  text(...path: readonly string[]): string | undefined {
    const element = this.child(...path);
    if (element === undefined) return undefined;
    const { '#text': plain, '#cdata': data } = element.parsed;
    const text = `${typeof plain === 'string' ? plain : ''}${dataText(data)}`.trim();
    return text === '' ? undefined : text;
  }

  attribute(name: string): string | undefined {
    const value = this.parsed[`@${name}`];
    return typeof value === 'string' ? value : undefined;
  }

  /** The line in which the element begins, counted from 1. */
  get line(): number {
    return 1 + endsBefore(this.lineEnds, placeIn(this.parsed));
  }
}

/** A document: its root element and the namespace in which that stands. */
export interface XmlDocument {
  readonly root: XmlElement;
  readonly namespace: string | undefined;
}

/** Reads a document. Entities and document types are refused, and nesting beyond any bank's file. */
export function readXml(source: string): Result<XmlDocument, XmlFault> {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const fault = xmlFault(text);
  if (fault) return refuse(fault);
  try {
    const parsed = parser.parse(text) as Parsed;
    const name = Object.keys(parsed).find((one) => !one.startsWith('?'))!;
    const content = parsed[name] as Parsed;
    return ok({ root: new XmlElement(content, name, lineEndsOf(text)), namespace: namespaceOf(content, text) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : 'The parser gave up.';
    return refuse({ kind: 'not-xml', line: 1, detail });
  }
}

/** The parser forgets namespaces, so the root's own tag is looked at once more. */
function namespaceOf(root: Parsed, text: string): string | undefined {
  const tag = /^<(?:([^\s<>:/]+):)?[^<>]*>/.exec(text.slice(placeIn(root)));
  const attribute = tag?.[1] === undefined ? 'xmlns' : `xmlns:${tag[1]}`;
  const declared = tag?.[0].split(new RegExp(`\\s${attribute}\\s*=\\s*`))[1];
  return /^(["'])(.*?)\1/.exec(declared ?? '')?.[2];
}

const placeIn = (parsed: Parsed): number =>
  (parsed[placeOf] as { readonly startIndex?: number } | undefined)?.startIndex ?? 0;

function lineEndsOf(text: string): readonly number[] {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return ends;
}

/** How many of the ascending places lie before an index. */
function endsBefore(ends: readonly number[], index: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

const placeOf = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** Amounts and references stay text; entities are ours to decode, since the document type that could add some is refused. */
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  alwaysCreateTextNode: true,
  cdataPropName: '#cdata',
  captureMetaData: true,
  jPath: false,
  maxNestedTags: 60,
  tagValueProcessor: (_name, value) => decoded(value),
  attributeValueProcessor: (_name, value) => decoded(value),
});

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-fA-F]{1,6}));/g, (whole, name, decimal, hexadecimal) => {
    if (name !== undefined) return named[name as string]!;
    const code = decimal === undefined ? parseInt(String(hexadecimal), 16) : Number(decimal);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });

/** CDATA sections stand apart from the text, because nothing in them is decoded. */
function dataText(data: unknown): string {
  if (data === undefined) return '';
  const sections: readonly unknown[] = Array.isArray(data) ? data : [data];
  return sections
    .map((section) => {
      if (typeof section === 'string') return section;
      const text = (section as Parsed)['#text'];
      return typeof text === 'string' ? text : '';
    })
    .join('');
}
