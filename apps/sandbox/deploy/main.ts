import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { installed, onThePath } from '../debian.js';
import { type Proof, complaint, complaintWhenBroken, lay, proofs } from './proofs.js';

// npm run deploy:check: each file of deploy/ read by its real tool, and read again after it was broken on purpose.
const note = (text: string): void => void process.stderr.write(`${text}\n`);
const copy = mkdtempSync(join(tmpdir(), 'passerelle-deploy-'));
const count = { passed: 0, failed: 0 };
try {
  lay(checkout, copy);
  for (const proof of proofs) prove(proof);
} finally {
  rmSync(copy, { recursive: true });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

function prove(proof: Proof): void {
  const { file, tool, packageName } = proof;
  if (!onThePath(tool) && !(installed(packageName, note), onThePath(tool)))
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
