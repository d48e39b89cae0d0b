import { leaveTrail } from '@passerelle/doors/at-rest';
import type { RosterContent } from '@passerelle/protocol';
import { PausesStore } from '../peers/stuck/pauses.store.js';
import type { PauseDecision } from '../peers/stuck/pauses.js';
import { RosterRefused, rosterInForce } from '../peers/roster/roster.service.js';
import { RosterStore } from '../peers/roster/roster.store.js';
import { type Given, type Outcome, Refused, exit, need, onlyWord, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn, fileText } from './settings-at-rest.js';
import { lookAtSlot } from './doctor/mailboxes.js';
import { type LinkAtRest, askLinks, rosterOf } from './peer-links.service.js';
import { sayIn } from './said.js';

export const list: Run = async ({ env }) => {
  const config = configIn(env);
  const links = await withCurrentSchema(config, (database) => askLinks(database, config));
  return {
    code: exit.ok,
    lines: links.length > 0 ? links.map(lineOf) : ['no peers: there is no roster yet'],
    json: { links },
  };
};

export const add: Run = async (given) => {
  const file = onlyWord(given, 'the roster');
  const text = fileText(file);
  if (text === undefined) throw new Refused(exit.usage, `${file} cannot be read`);
  const config = configIn(given.env);
  return withCurrentSchema(config, async (database) => {
    const before = membersOf(await rosterOf(database, config), config.node);
    const { content } = await database
      .transact(async (work) => {
        const roster = await rosterInForce(work, new RosterStore(), text);
        await leaveTrail(work, `peer add: roster version ${roster.content.version}`);
        return roster;
      })
      .catch(refused);
    const added = membersOf(content, config.node).filter((peer) => !before.includes(peer));
    const lines = [
      `roster version ${content.version} is kept`,
      added.length > 0 ? `new: ${added.join(', ')}` : 'nobody is new',
      '# then: passerelle nats config, reload the NATS server, start the node again, passerelle peer test',
    ];
    return { code: exit.ok, lines, json: { version: content.version, added } };
  });
};

const membersOf = (roster: RosterContent | null, me: string): readonly string[] =>
  roster?.members.map(({ id }) => id).filter((id) => id !== me) ?? [];

function refused(error: unknown): never {
  throw error instanceof RosterRefused ? new Refused(exit.failed, error.message) : error;
}

export const test: Run = async (given) => {
  const peer = onlyWord(given, 'the peer');
  const config = configIn(given.env);
  const { link, address, net } = await withCurrentSchema(config, async (database) => {
    const roster = await rosterOf(database, config);
    return {
      link: (await askLinks(database, config)).find((each) => each.peer === peer),
      address: roster?.members.find(({ id }) => id === peer)?.natsUrl,
      net: roster?.net,
    };
  });
  if (!link || address === undefined || net === undefined)
    throw new Refused(exit.failed, `${peer} is no other member of the roster`);
  given.note(`signing in at ${address}`);
  const seen = await lookAtSlot(config, { net, owner: peer, address });
  const [isIn, isFine] = [seen.code.startsWith('slot-'), seen.code === 'slot-ours-alone'];
  const says = sayIn('en', seen);
  return {
    code: !isIn || seen.code === 'slot-shut' ? exit.failed : isFine && isEven(link) ? exit.ok : exit.warnings,
    lines: [isIn ? `signed in at ${address}; it ${says}` : says, lineOf(link)],
    json: { ...link, address, fault: isFine ? null : says },
  };
};

const isEven = ({ confirmed, said }: LinkAtRest): boolean => confirmed === said;

/** A decision about a whole link, kept with its reason; a node that runs follows it within seconds. */
export const order =
  (action: PauseDecision['action']): Run =>
  (given) =>
    decide(given, action);

async function decide(given: Given, action: PauseDecision['action']): Promise<Outcome> {
  const [peer, reason] = [onlyWord(given, 'the peer'), need(given, 'reason')];
  const config = configIn(given.env);
  return withCurrentSchema(config, async (database) => {
    const link = (await askLinks(database, config)).find((each) => each.peer === peer);
    if (!link) throw new Refused(exit.failed, `${peer} is no other member of the roster`);
    const isPaused = link.pausedBecause !== null;
    if (isPaused === (action === 'pause'))
      throw new Refused(
        exit.failed,
        isPaused ? `${peer} is paused already: ${link.pausedBecause}` : `${peer} is not paused`,
      );
    await database.transact(async (work) => {
      await new PausesStore().decided(work, { peer, action, reason });
      await leaveTrail(work, `peer ${action}: ${peer}`);
    });
    const [now] = (await askLinks(database, config)).filter((each) => each.peer === peer);
    return { code: exit.ok, lines: [lineOf(now!)], json: { ...now, action, reason } };
  });
}

const lineOf = ({ peer, status, said, confirmed, heard, waiting, oldestAt, pausedBecause }: LinkAtRest): string => {
  const since = oldestAt ? `, oldest of ${oldestAt.toISOString()}` : '';
  const paused = pausedBecause === null ? '' : `, paused: ${pausedBecause}`;
  return `${peer}  ${status}  confirmed ${confirmed} of ${said}, taken ${heard}, waiting ${waiting}${since}${paused}`;
};
