import { create } from 'xmlbuilder2';
import type { Declaration } from './declaration.js';
import { fileOf } from './declaration.js';

/**
 * A declaration as XML by the authority's own names: a name with dots is nested, a number before a name is its code. The
 * names are those of our dictionary, and only the official schema can say whether the authority reads them like this.
 */
export function declarationXml(declaration: Declaration, namespace: string | null = null): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele(namespace, declaration.form.localName);
  let [open, inside]: [readonly string[], typeof root] = [[], root];
  for (const { officialName, value } of fileOf(declaration).fields) {
    if (value === null) continue;
    const { path, code } = placeOf(officialName);
    const [groups, name] = [path.slice(0, -1), path.at(-1)!];
    const common = groups.findIndex((group, index) => group !== open[index]);
    const kept = common === -1 ? groups.length : common;
    for (let depth = open.length; depth > kept; depth -= 1) inside = inside.up();
    for (const group of groups.slice(kept)) inside = inside.ele(group);
    open = groups;
    inside.ele(name, code === undefined ? {} : { faltkod: code }).txt(value);
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

interface Place {
  /** The groups it lies in, then its own name. */
  readonly path: readonly string[];
  /** As in `215 BetalningsmottagarId`; the Swedish Tax Agency calls it faltkod. */
  readonly code: string | undefined;
}

function placeOf(officialName: string): Place {
  const [, code, name] = /^(?:(\d+) )?(.+)$/.exec(officialName)!;
  const groups = name!.split('.');
  const path = groups.every((each) => /^[A-Za-z_][\w-]*$/.test(each)) ? groups : [asName(name!)];
  return { path, code };
}

/** Names that people read may hold what a name in XML may not. */
const asName = (text: string): string => text.replaceAll(/[^\p{L}\p{N}._-]+/gu, '_');
