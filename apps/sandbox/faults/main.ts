import { join } from 'node:path';
import { benchGround } from '../bench/ground.js';
import { startFederation } from '../federation.js';
import { sow } from '../seeds.js';
import { badDays } from './bad-days.js';

/** Ten minutes of bad days, or as many as are asked for; the exit code says whether everybody holds the same. */
const minutes = Number(process.argv[2] ?? 10);
const ground = benchGround();
const began = Date.now();
const note = (text: string): void => {
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${text}\n`);
};
const dir = join(ground.dir, 'federation');
const databaseServer = await ground.databaseServer();
const federation = await startFederation({
  dir,
  addresses: 'any',
  clock: '2026-03-16T08:00:00Z',
  databaseUrl: databaseServer,
});
try {
  await sow({ federation, note: () => undefined });
  const chance = (below: number): number => Math.floor(Math.random() * below);
  const { mishaps, promised, findings } = await badDays({
    federation,
    dir,
    databaseServer,
    seconds: minutes * 60,
    note,
    chance,
  });
  for (const [what, count] of Object.entries(mishaps)) note(`${count} times a node ${what}`);
  for (const finding of findings) note(`WRONG: ${finding}`);
  note(`${promised} debts promised, ${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
  await federation.stop();
  await ground.clear();
}
