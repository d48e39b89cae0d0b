/** Why a text is not an XML document that we read, and in which line. */
export interface XmlFault {
  readonly kind: 'not-xml' | 'entities';
  readonly line: number;
  readonly detail: string;
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!|<(\/?)([^\s<>/]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|</g;
const name = /^[\p{L}_][\p{L}\p{N}_.\-·]*(:[\p{L}_][\p{L}\p{N}_.\-·]*)?$/u;
const knownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

/**
 * The first place where a text breaks the rules of XML, or undefined. The parser that follows forgives what a bank's
 * file must not contain: an end that is missing, elements that cross, text after the end. A document type is refused
 * whole, because only there can entities be declared that grow without limit or read other files.
 */
export function xmlFault(text: string): XmlFault | undefined {
  const open: string[] = [];
  let end = 0;
  let hasRoot = false;
  for (const match of text.matchAll(token)) {
    const before = textFault(text, end, match.index, open.length > 0);
    if (before) return before;
    end = match.index + match[0].length;
    const at = (detail: string): XmlFault => ({ kind: 'not-xml', line: lineAt(text, match.index), detail });
    if (match[0] === '<!') return declarationFault(text, match.index);
    if (match[0] === '<') return at('A tag is not closed: the file is cut off, or it is not XML.');
    const tag = match[2];
    if (tag === undefined) continue;
    if (!name.test(tag)) return at(`"${tag}" is not the name of an element.`);
    if (match[1] === '/') {
      const expected = open.pop();
      if (expected !== tag) return at(`</${tag}> closes nothing that is open${expected ? `; <${expected}> is` : ''}.`);
      continue;
    }
    if (open.length === 0 && hasRoot) return at('A second document begins after the first one.');
    hasRoot = true;
    if (match[4] !== '/') open.push(tag);
  }
  return textFault(text, end, text.length, open.length > 0) ?? endFault(text, open, hasRoot);
}

/** Counted from 1. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

function textFault(text: string, from: number, to: number, isInside: boolean): XmlFault | undefined {
  const between = text.slice(from, to);
  if (isInside) {
    const entity = knownEntity.exec(between);
    if (!entity) return undefined;
    return {
      kind: 'entities',
      line: lineAt(text, from + entity.index),
      detail: 'An entity is used that XML itself does not know.',
    };
  }
  const stray = /\S/.exec(between);
  if (!stray) return undefined;
  return {
    kind: 'not-xml',
    line: lineAt(text, from + stray.index),
    detail:
      from === 0 ? 'The file does not begin with an XML element.' : 'There is text after the end of the document.',
  };
}

function declarationFault(text: string, index: number): XmlFault {
  const isDocumentType = /^<!(DOCTYPE|ENTITY)/i.test(text.slice(index, index + 10));
  return {
    kind: isDocumentType ? 'entities' : 'not-xml',
    line: lineAt(text, index),
    detail: isDocumentType
      ? 'The file declares a document type; bank files have none, and entities are refused.'
      : 'A declaration or a comment is not closed.',
  };
}

function endFault(text: string, open: readonly string[], hasRoot: boolean): XmlFault | undefined {
  if (hasRoot && open.length === 0) return undefined;
  const last = open[open.length - 1];
  return {
    kind: 'not-xml',
    line: lineAt(text, text.length),
    detail: last ? `The file ends before <${last}> is closed: it is cut off.` : 'The file holds no XML element.',
  };
}
