import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { installed, onThePath } from '../debian.js';
import { type Proof, complaint, complaintWhenBroken, lay, proofs } from './proofs.js';

// npm run deploy:check: each file of deploy/ read by its real tool, and read again after it was broken on purpose. With
// --present, as npm test runs it, only by the tools that are on this machine; it says which files nobody has read then.
const isOnlyPresent = process.argv.includes('--present');
const note = (text: string): void => void process.stderr.write(`${text}\n`);
const copy = mkdtempSync(join(tmpdir(), 'passerelle-deploy-'));
const count = { passed: 0, failed: 0 };
const skipped: string[] = [];
try {
  lay(checkout, copy);
  for (const proof of proofs) prove(proof);
} finally {
  rmSync(copy, { recursive: true });
}
if (skipped.length > 0) console.log(`skipped ${skipped.join(', ')}: npm run deploy:check installs what reads them`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function prove(proof: Proof): void {
  const { file, tool, packageName } = proof;
  if (!isThere(proof) && isOnlyPresent) return void skipped.push(file);
  if (!isThere(proof) && !(installed(packageName, note), isThere(proof)))
    return failed(file, `${tool} is missing: install the Debian package ${packageName}`);
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
