import { readFileSync } from 'node:fs';
import { isWrong } from '../../../verifier/rules.js';
import { type File, type Verified, verify } from '../../../verifier/verify.js';
import type { Scene } from '../scene.js';

/** What every node of the story exports for an auditor. */
export async function exportsOf({ branches }: Scene): Promise<readonly File[]> {
  return Promise.all(
    branches.map(async ({ id, finance }) => ({
      name: `${id}-audit.jsonl`,
      text: (await finance.must('GET', '/audit/export')) as string,
    })),
  );
}

/** What an auditor finds who has nothing but the federation's roster. */
export const audited = (files: readonly File[], rosterFile: string): Verified =>
  verify(files, { name: 'roster.json', text: readFileSync(rosterFile, 'utf8') });

/** What breaks a rule, for people to read. */
export const wrongIn = ({ findings }: Verified): readonly string[] =>
  findings.filter(isWrong).map(({ file, line, rule, detail }) => `${file}:${line} ${rule}: ${detail}`);
