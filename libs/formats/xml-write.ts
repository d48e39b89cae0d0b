/** Elements by name, in the order of their schema; undefined is left out, `@name` is an attribute and `#` the text. */
export interface XmlNode {
  readonly [name: string]: string | XmlNode | readonly XmlNode[] | undefined;
}

/**
 * A document of plain elements, one on a line. A month of wages has half a million of them: each becomes text at once,
 * where a library would first build the whole document in memory.
 */
export const xmlOf = (document: XmlNode): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', ...linesOf(document, '')].join('\n');

function* linesOf(node: XmlNode, indent: string): Generator<string> {
  for (const [name, value] of Object.entries(node)) {
    if (value === undefined || name.startsWith('@') || name === '#') continue;
    const elements = typeof value === 'string' ? [{ '#': value }] : isMany(value) ? value : [value];
    for (const element of elements) yield elementOf(name, element, indent);
  }
}

function elementOf(name: string, node: XmlNode, indent: string): string {
  const attributes = Object.entries(node)
    .map(([key, value]) =>
      key.startsWith('@') && typeof value === 'string' ? ` ${key.slice(1)}="${escaped(value)}"` : '',
    )
    .join('');
  const text = node['#'];
  if (typeof text === 'string') return `${indent}<${name}${attributes}>${escaped(text)}</${name}>`;
  const inside = [...linesOf(node, `${indent}  `)];
  if (inside.length === 0) return `${indent}<${name}${attributes}/>`;
  return [`${indent}<${name}${attributes}>`, ...inside, `${indent}</${name}>`].join('\n');
}

const isMany = (value: XmlNode | readonly XmlNode[]): value is readonly XmlNode[] => Array.isArray(value);

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark]!);
