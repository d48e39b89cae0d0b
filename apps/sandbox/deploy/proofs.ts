import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.js';

/** One file of `deploy/`, the tool that reads it in earnest, and a way to break the file that the tool must notice. */
export interface Proof {
  /** From the root of the checkout. */
  readonly file: string;
  readonly tool: string;
  /** The Debian package that has the tool. */
  readonly packageName: string;
  /** Arguments with which the tool ends well if it has all it needs, where being on the path does not say so. */
  readonly probe?: readonly string[];
  readonly args: (root: string) => readonly string[];
  /** What the tool prints when it is not content, for one that says so only in words. */
  readonly complains?: RegExp;
  /** Prints what the tool reads on its standard input. */
  readonly from?: (root: string) => readonly [command: string, ...args: readonly string[]];
  readonly broken: readonly [from: string, to: string];
}

/** What Kubernetes would leave out without a word. */
const strictTypes = join(checkout, 'apps/sandbox/deploy/strict-types.py');

const at = (root: string, file: string): string => join(root, 'deploy', file);

/** Every file that a tool of its own can prove. */
export const proofs: readonly Proof[] = [
  {
    file: 'deploy/monitoring/prometheus.yml',
    tool: 'promtool',
    packageName: 'prometheus',
    args: (root) => ['check', 'config', at(root, 'monitoring/prometheus.yml')],
    broken: ['scrape_interval', 'scrape_intervall'],
  },
  {
    file: 'deploy/monitoring/rules.yml',
    tool: 'promtool',
    packageName: 'prometheus',
    args: (root) => ['test', 'rules', at(root, 'monitoring/rules.test.yml')],
    broken: ['passerelle_outbox_oldest_seconds > 900', 'passerelle_outbox_oldest_seconds > 9000'],
  },
  {
    file: 'deploy/monitoring/alertmanager.yml',
    tool: 'amtool',
    packageName: 'prometheus-alertmanager',
    args: (root) => ['check-config', at(root, 'monitoring/alertmanager.yml')],
    broken: ['receiver: urgent', 'receiver: nobody'],
  },
  {
    file: 'deploy/proxy/Caddyfile',
    tool: 'caddy',
    packageName: 'caddy',
    args: (root) => ['validate', '--adapter', 'caddyfile', '--config', at(root, 'proxy/Caddyfile')],
    broken: ['reverse_proxy', 'reverse_poxy'],
  },
  ...['passerelle.service', 'passerelle-backup.timer', 'passerelle-drill.timer'].map((unit): Proof => ({
    file: `deploy/systemd/${unit}`,
    tool: 'systemd-analyze',
    packageName: 'systemd',
    args: (root) => ['verify', '--man=no', at(root, `systemd/${unit}`)],
    broken: ['[Unit]\n', '[Unit]\nRequired=network.target\n'],
    // It warns of what it ignores with exit code 0; whether this machine has Node and the user is not the file's matter.
    complains: /:\d+: .*/,
  })),
  ...['passerelle', 'passerelle-backup', 'passerelle-drill'].map((unit): Proof => ({
    file: `deploy/systemd/${unit}.service`,
    tool: 'systemd-analyze',
    packageName: 'systemd',
    args: (root) => ['security', '--offline=yes', '--threshold=40', at(root, `systemd/${unit}.service`)],
    broken: ['NoNewPrivileges=yes', '[X-Without]'],
  })),
  {
    file: 'deploy/compose/compose.yaml',
    tool: 'docker-compose',
    packageName: 'docker-compose',
    args: (root) => ['--file', at(root, 'compose/compose.yaml'), 'config', '--quiet'],
    broken: ['depends_on:', 'depend_on:'],
  },
  ...['single', 'ha'].map((overlay): Proof => ({
    file: `deploy/k8s/${overlay}/kustomization.yaml`,
    tool: 'kubectl',
    packageName: 'kubernetes-client',
    args: (root) => ['kustomize', at(root, `k8s/${overlay}`)],
    broken: ['../base', '../ground'],
  })),
  ...['single', 'ha'].map((overlay): Proof => ({
    file: 'deploy/k8s/base/node.yaml',
    // Debian's own, whichever other comes first on the path.
    tool: '/usr/bin/python3',
    packageName: 'python3-kubernetes',
    probe: ['-c', 'import kubernetes, yaml'],
    args: () => [strictTypes],
    from: (root) => ['kubectl', 'kustomize', at(root, `k8s/${overlay}`)],
    broken: ['readinessProbe:', 'readynessProbe:'],
  })),
  {
    file: 'deploy/k8s/base/migrate.yaml',
    tool: '/usr/bin/python3',
    packageName: 'python3-kubernetes',
    probe: ['-c', 'import kubernetes, yaml'],
    args: () => [strictTypes],
    from: (root) => ['kubectl', 'kustomize', at(root, 'k8s/ha')],
    broken: ['backoffLimit:', 'backofLimit:'],
  },
];

/** Why the tool refuses what lies under `root`; undefined when it is content. */
export function complaint({ tool, args, from, complains }: Proof, root: string): string | undefined {
  const [command, ...words] = from?.(root) ?? [];
  const input = command === undefined ? '' : spawnSync(command, words, { encoding: 'utf8' }).stdout;
  const { status, stdout, stderr } = spawnSync(tool, args(root), { encoding: 'utf8', input });
  const printed = `${stdout}${stderr}`.trim();
  if (complains) return complains.exec(printed)?.[0];
  return status === 0 ? undefined : printed || `${tool} gives no answer`;
}

/** The same after the file was broken on purpose, in a copy. A proof that is content with that proves nothing. */
export function complaintWhenBroken(proof: Proof, root: string): string | undefined {
  const [from, to] = proof.broken;
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-deploy-'));
  try {
    lay(root, copy);
    const file = join(copy, proof.file);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(from)) throw new Error(`${proof.file} has no "${from}" to break`);
    writeFileSync(file, text.replace(from, to));
    return complaint(proof, copy);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** A copy of `deploy/` with the files that an operator makes: what reads them looks whether they are there. */
export function lay(root: string, copy: string): void {
  cpSync(join(root, 'deploy'), join(copy, 'deploy'), { recursive: true });
  cpSync(join(root, 'deploy/compose/.env.example'), join(copy, 'deploy/compose/.env'));
}
