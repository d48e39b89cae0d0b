import { type AuditLine, type AuditLineOf, auditLineSchema, hashAfter, isHashSignedBy } from '@passerelle/protocol';
import type { RosterContent } from '@passerelle/protocol';
import type { Finding, RuleName } from './rules.js';

/** A line with its number in the file, counted from 1. */
export interface Placed<L extends AuditLine = AuditLine> {
  readonly at: number;
  readonly is: L;
}

/** What a node says of itself in one file, as it stands there. Nothing of it is believed yet. */
export class NodeExport {
  constructor(
    readonly file: string,
    private readonly lines: readonly Placed[],
    /** The hash over all lines before the last one. */
    private readonly hash: string,
  ) {}

  get node(): string {
    return this.of('begin')[0]?.is.node ?? '';
  }

  get net(): string {
    return this.of('begin')[0]?.is.net ?? '';
  }

  of<K extends AuditLine['line']>(kind: K): readonly Placed<AuditLineOf<K>>[] {
    return this.lines.filter((each): each is Placed<AuditLineOf<K>> => each.is.line === kind);
  }

  finding(rule: RuleName, line: number, detail: string): Finding {
    return { file: this.file, line, rule, detail };
  }

  /** Whether the file is whole, and as the node has signed it. */
  sealFindings(roster: RosterContent): readonly Finding[] {
    const [first, last] = [this.lines[0], this.lines.at(-1)];
    if (first?.is.line !== 'begin' || last?.is.line !== 'end')
      return [this.finding('incomplete', last?.at ?? 1, 'the first line is not "begin", or the last is not "end"')];
    const { lines, hash, signature } = last.is;
    if (lines !== `${last.at - 1}` || hash !== this.hash)
      return [this.finding('changed-afterwards', last.at, `${last.at - 1} lines, and ${lines} were signed`)];
    return isHashSignedBy(this.node, hash, signature, roster)
      ? []
      : [this.finding('seal-not-signed', last.at, `not by ${this.node}`)];
  }
}

/** Reads the lines of an export. What cannot be read is told and left out. */
export function readExport(
  file: string,
  text: string,
): { readonly exported: NodeExport; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const lines: Placed[] = [];
  const texts = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  for (const [index, one] of texts.entries()) {
    const read = auditLineSchema.safeParse(parsed(one));
    if (read.success) lines.push({ at: index + 1, is: read.data });
    else findings.push({ file, line: index + 1, rule: 'unreadable', detail: faultIn(read.error.issues) });
  }
  const hash = texts.slice(0, -1).reduce(hashAfter, '');
  return { exported: new NodeExport(file, lines, hash), findings };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const faultIn = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string =>
  issues.map(({ path, message }) => `${path.map(String).join('.') || 'the line'}: ${message}`).join('; ');
