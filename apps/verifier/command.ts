import { parseArgs } from 'node:util';
import { type Finding, isWrong, rules } from './rules.js';
import { type File, type Read, verify } from './verify.js';

const usage = `npm run verify -- FILE... --roster FILE [--genesis HASH]

Proves what nodes have exported for auditors (GET /api/v1/audit/export) with nothing but the roster. Several files are
also compared with each other. --genesis is the hash of the first version of the roster, told from person to person.

Exit codes: 0 everything holds, 1 something is wrong, 64 wrong usage.
`;

export interface Ran {
  readonly code: 0 | 1 | 64;
  readonly out: string;
  readonly err: string;
}

/** Runs the command; `read` gives the text of a file. */
export function run(args: readonly string[], read: (file: string) => string): Ran {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { roster: { type: 'string' }, genesis: { type: 'string' }, help: { type: 'boolean' } },
      allowPositionals: true,
    });
    if (values.help) return { code: 0, out: usage, err: '' };
    if (values.roster === undefined || positionals.length === 0) return { code: 64, out: '', err: usage };
    const file = (name: string): File => ({ name, text: read(name) });
    const verified = verify(positionals.map(file), file(values.roster), values.genesis);
    const lines = [...verified.read.map(headOf), ...verified.findings.map(lineOf), sumOf(verified.findings)];
    return { code: verified.findings.some(isWrong) ? 1 : 0, out: `${lines.join('\n')}\n`, err: '' };
  } catch (error) {
    return { code: 64, out: '', err: `${error instanceof Error ? error.message : String(error)}\n\n${usage}` };
  }
}

const headOf = ({ file, node, messages, withheld, debts, cycles, payments, transactions }: Read): string =>
  `${file}  ${node}: ${messages} messages (${withheld} withheld), ${debts} debts, ${cycles} cycles, ${payments} payments, ` +
  `${transactions} transactions`;

const lineOf = (finding: Finding): string => {
  const { file, line, rule, detail } = finding;
  return `${isWrong(finding) ? 'WRONG' : 'open '}  ${file}:${line}  ${rule}: ${detail}\n       → ${rules[rule].remedy}`;
};

function sumOf(findings: readonly Finding[]): string {
  const wrong = findings.filter(isWrong).length;
  return `${wrong} wrong, ${findings.length - wrong} open${wrong === 0 ? ': what is told here is proven' : ''}`;
}
