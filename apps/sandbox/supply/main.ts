import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { licenceFaults, licenceList, type Locked } from './licences.js';

// npm run supply [-- FILE]: what the program is made of. Licences, known weaknesses, and in FILE the
// list of parts (CycloneDX) of this release.
const file = process.argv[2] ?? 'passerelle.cdx.json';
const { packages } = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const faults = licenceFaults(packages);
console.log(licenceList(packages).join('\n'));
for (const fault of faults) console.log(`not allowed: ${fault}`);
const weak = weaknesses();
console.log(weak.told);
writeFileSync(file, partsList());
console.log(`${file} lists all parts (CycloneDX 1.5)`);
process.exitCode = faults.length > 0 || weak.areKnown ? 1 : 0;

function partsList(): string {
  const { status, stdout, stderr } = npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev');
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** Whoever keeps the registry tells; one that does not answer the question is no reason to stop. */
function weaknesses(): { readonly told: string; readonly areKnown: boolean } {
  const { stdout } = npm('audit', '--omit', 'dev', '--json');
  const answer = answerIn(stdout);
  if (!answer) return { told: 'weaknesses: skipped, the registry does not answer', areKnown: false };
  const { high, critical, total } = answer;
  return { told: `weaknesses: ${total} known, ${high + critical} of them grave`, areKnown: high + critical > 0 };
}

interface Weaknesses {
  readonly high: number;
  readonly critical: number;
  readonly total: number;
}

function answerIn(text: string): Weaknesses | undefined {
  try {
    return (JSON.parse(text) as { readonly metadata?: { readonly vulnerabilities?: Weaknesses } }).metadata
      ?.vulnerabilities;
  } catch {
    return undefined;
  }
}

function npm(...args: readonly string[]) {
  return spawnSync('npm', [...args], { cwd: checkout, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
