import { existsSync } from 'node:fs';
import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Database, managerOf } from '@passerelle/doors/at-rest';
import { type NodeConfig, zoneOf } from '../../config/node-settings.js';
import { said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

const diskFree = { warn: 0.15, fail: 0.05 };
const hourMs = 60 * 60 * 1000;
const fetchedWithinMs = 24 * hourMs;
const laidWithinMinutes = 15;
const monthsAhead = 13;

/** The days of a node begin by the program's time zone data; what PostgreSQL says of the same moments is another witness. */
export async function zone(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const [name, data] = [zoneOf(config), process.versions['tz'] ?? 'ICU'];
  const now = new Date();
  const moments = Array.from(
    { length: monthsAhead },
    (_, month) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, 1, 12)),
  );
  const rows = await managerOf(base.reading).query<{ at: Date; seconds: number }[]>(
    `select at, extract(epoch from (at at time zone $1) - (at at time zone 'UTC'))::int as seconds
     from unnest($2::timestamptz[]) as at order by at`,
    [name, moments],
  );
  const other = rows.find(({ at, seconds }) => seconds !== secondsAheadOf(name, at));
  if (!other) return [fine('zone', said('zone-known', { zone: name, data }))];
  const day = other.at.toISOString().slice(0, 10);
  return [warning('zone', said('zone-differs', { zone: name, data, day }), said('renew-zones'))];
}

/** By how many seconds the clocks of a zone are ahead of UTC at a moment. */
function secondsAheadOf(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const text = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Letters are laid into a folder, which is made when the first one is, and from which a mail program takes them. */
export async function mail(base: Database, { mailDir: folder, clock }: NodeConfig): Promise<readonly Finding[]> {
  if (!(await canBeWritten(folder))) return [failure('mail', said('mail-shut', { folder }), said('give-mail-folder'))];
  const { count, minutes } = await notLaid(base);
  if (minutes >= laidWithinMinutes)
    return [warning('mail', said('mail-not-laid', { count, minutes }), said('start-worker'))];
  // With a clock of its own nothing is sent: people are invented there.
  const left = clock === undefined ? await notFetched(folder) : 0;
  if (left > 0) return [warning('mail', said('mail-not-fetched', { count: left, folder }), said('fetch-mail'))];
  return [fine('mail', said('mail-laid', { folder }))];
}

const canBeWritten = (mailDir: string): Promise<boolean> =>
  access(nearest(mailDir), constants.W_OK).then(
    () => true,
    () => false,
  );

/** The folder, or the one in which it is to be made. */
function nearest(path: string): string {
  let folder = resolve(path);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

async function notLaid(base: Database): Promise<{ readonly count: number; readonly minutes: number }> {
  const query = <T>(sql: string): Promise<T[]> => managerOf(base.reading).query<T[]>(sql);
  const [table] = await query<{ there: boolean }>(`select to_regclass('mail') is not null as there`);
  if (!table!.there) return { count: 0, minutes: 0 };
  const [row] = await query<{ count: string; minutes: number }>(
    `select count(*) as count, coalesce(extract(epoch from now() - min(written_at)) / 60, 0)::int as minutes
     from mail where sent_at is null`,
  );
  return { count: Number(row!.count), minutes: row!.minutes };
}

/** How many letters nobody has taken for more than a day; those of a folder that is not there yet are none. */
async function notFetched(folder: string): Promise<number> {
  const names = await readdir(folder).catch((): string[] => []);
  const letters = names.filter((name) => name.endsWith('.eml'));
  const ages = await Promise.all(
    letters.map((name) =>
      stat(join(folder, name)).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      ),
    ),
  );
  return ages.filter((age) => age > fetchedWithinMs).length;
}

/** The disk on which the node runs, and those of folders into which it lays files, where they are others. */
export async function disks({ backupDir, mailDir }: NodeConfig): Promise<readonly Finding[]> {
  const seen = new Set<number>();
  const findings: Finding[] = [];
  for (const [what, folder] of [
    ['disk', '.'],
    [`disk ${backupDir}`, nearest(backupDir)],
    [`disk ${mailDir}`, nearest(mailDir)],
  ] as const) {
    const { dev } = await stat(folder);
    if (!seen.has(dev)) findings.push(await disk(what, folder));
    seen.add(dev);
  }
  return findings;
}

async function disk(what: string, folder: string): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const free = bavail / blocks;
  const says = said('disk-free', { percent: Math.round(free * 100), gib: Math.round((bavail * bsize) / 2 ** 30) });
  if (free <= diskFree.fail) return failure(what, says, said('make-room-now'));
  return free <= diskFree.warn ? warning(what, says, said('make-room-soon')) : fine(what, says);
}
