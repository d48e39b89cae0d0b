import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { installed, onThePath } from '../debian.js';
import { type Proof, complaint, complaintWhenBroken, lay, proofs } from './proofs.js';

// npm run deploy:check: each file of deploy/ read by its real tool, and read again after it was broken on purpose. A tool
// that is missing is installed where that is possible. With --as-possible, as npm test runs it, it is no failure where it
// is not: it says which files nobody has read then.
const isAsPossible = process.argv.includes('--as-possible');
const note = (text: string): void => void process.stderr.write(`${text}\n`);
const copy = mkdtempSync(join(tmpdir(), 'passerelle-deploy-'));
const count = { passed: 0, failed: 0 };
const skipped: string[] = [];
const tried = new Set<string>();
try {
  lay(checkout, copy);
  for (const proof of proofs) prove(proof);
} finally {
  rmSync(copy, { recursive: true });
}
if (skipped.length > 0)
  console.log(`skipped ${skipped.join(', ')}: what reads them is not here and could not be installed`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function prove(proof: Proof): void {
  const { file, tool, packageName } = proof;
  if (!isThere(proof) && !tried.has(packageName)) {
    tried.add(packageName);
    installed(packageName, note);
  }
  if (!isThere(proof)) {
    if (isAsPossible) return void skipped.push(file);
    return failed(file, `${tool} is missing: install the Debian package ${packageName}`);
  }
  const why = complaint(proof, copy);
  if (why !== undefined) return failed(file, why);
  if (complaintWhenBroken(proof, checkout) === undefined)
    return failed(file, `${tool} is content although the file was broken on purpose`);
  count.passed += 1;
  console.log(`passed  ${file}  (${tool})`);
}

function failed(file: string, why: string): void {
  count.failed += 1;
  console.log(`FAILED  ${file}\n${why}`);
}

/** A tool that needs more than its program, such as Python with a library, says itself whether it has it. */
function isThere({ tool, probe, from }: Proof): boolean {
  const programs = [tool, ...(from?.(copy).slice(0, 1) ?? [])];
  if (programs.some((program) => !existsSync(program) && onThePath(program) === undefined)) return false;
  return probe === undefined || spawnSync(tool, probe).status === 0;
}
