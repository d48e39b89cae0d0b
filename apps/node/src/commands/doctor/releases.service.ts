import { type Database, managerOf } from '@passerelle/doors/at-rest';
import { productVersion } from '@passerelle/doors/config';
import { type Announced, agreeOnVersion, messageTypes, versions } from '@passerelle/protocol';
import type { NodeConfig } from '../../config/node-settings.js';
import { type LinkAtRest, askLinks } from '../peer-links.service.js';
import { said } from '../said.js';
import { type Finding, failure, fine, warning } from './finding.js';

/** Releases next to each other are made to talk to each other. */
const minorsApart = 1;
const countedDays = 30;

/** Whether each peer's program and this one understand each other. */
export async function releases(base: Database, config: NodeConfig): Promise<readonly Finding[]> {
  const links = (await askLinks(base, config)).filter(({ status }) => status !== 'closed');
  if (links.length === 0) return [fine('releases', said('no-roster'))];
  return Promise.all(
    links.map(async (link) => releaseFinding(link, await unsupported(base, link.peer), productVersion())),
  );
}

/** Kinds of messages of the last weeks that one of the two did not know, and how many there were. */
export interface Unsupported {
  readonly here: Counted;
  readonly there: Counted;
}

interface Counted {
  readonly count: number;
  readonly types: readonly string[];
}

/** What is said of one peer: the worst first. */
export function releaseFinding(
  { peer, announced }: Pick<LinkAtRest, 'peer' | 'announced'>,
  { here, there }: Unsupported,
  ours: string,
): Finding {
  const what = `release ${peer}`;
  if (announced === null) return fine(what, said('release-unheard', { peer }));
  const [spokenHere, spokenThere] = [Object.keys(versions).map(Number), announced.versions];
  const upgrade = (isOursOlder: boolean) => (isOursOlder ? said('upgrade-here') : said('upgrade-there', { peer }));
  if (agreeOnVersion(announced.versions) === null) {
    const values = { peer, theirs: spokenThere.join(', '), ours: spokenHere.join(', ') };
    const isOursOlder = Math.max(...spokenThere) > Math.max(...spokenHere);
    return failure(what, said('release-no-common', values), upgrade(isOursOlder));
  }
  if (here.count > 0) return warning(what, said('release-unsupported-here', told(peer, here)), said('upgrade-here'));
  if (there.count > 0)
    return warning(what, said('release-unsupported-there', told(peer, there)), said('upgrade-there', { peer }));
  return compared(what, { peer, announced, ours, upgrade });
}

const told = (peer: string, { count, types }: Counted) => ({ peer, count, types: types.join(', ') });

interface Compared {
  readonly peer: string;
  readonly announced: Announced;
  readonly ours: string;
  readonly upgrade: (isOursOlder: boolean) => ReturnType<typeof said>;
}

function compared(what: string, { peer, announced, ours, upgrade }: Compared): Finding {
  const theirs = announced.release;
  if (theirs === null)
    return fine(what, said('release-unsaid', { peer, spoken: agreeOnVersion(announced.versions) ?? '' }));
  const values = { peer, theirs, ours };
  const [[theirMajor, theirMinor], [ourMajor, ourMinor]] = [partsOf(theirs), partsOf(ours)];
  const isNear = theirMajor === ourMajor && Math.abs(theirMinor - ourMinor) <= minorsApart;
  if (isNear) return fine(what, said('release-near', values));
  const isOursOlder = theirMajor > ourMajor || (theirMajor === ourMajor && theirMinor > ourMinor);
  return warning(what, said('release-far', values), upgrade(isOursOlder));
}

function partsOf(release: string): readonly [major: number, minor: number] {
  const [major = 0, minor = 0] = release.split('.').map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor];
}

/** A kind that was unknown and is known since an upgrade counts no more. */
async function unsupported(base: Database, peer: string): Promise<Unsupported> {
  const query = (sql: string): Promise<{ type: string; count: string }[]> =>
    managerOf(base.reading).query<{ type: string; count: string }[]>(sql, [peer, countedDays]);
  const here = await query(
    `select type, count(*) as count from inbox
     where peer = $1 and verdict = 'refused' and code = 'unsupported' and at > now() - $2 * interval '1 day'
     group by type order by type`,
  );
  const there = await query(
    `select said.type, count(*) as count from inbox no join outbox said on said.peer = no.peer
       and said.hash = no.m::jsonb -> 'body' ->> 'message'
     where no.peer = $1 and no.type = 'refuse' and no.m::jsonb -> 'body' ->> 'code' = 'unsupported'
       and no.at > now() - $2 * interval '1 day'
     group by said.type order by said.type`,
  );
  const known = new Set<string>(messageTypes.map(({ type }) => type));
  return { here: counted(here.filter(({ type }) => !known.has(type))), there: counted(there) };
}

const counted = (rows: readonly { readonly type: string; readonly count: string }[]): Counted => ({
  count: rows.reduce((sum, { count }) => sum + Number(count), 0),
  types: rows.map(({ type }) => type),
});
