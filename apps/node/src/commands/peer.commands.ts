import { type Command, Refused, exit, onlyWord } from './command.js';
import { configIn, withCurrentSchema } from './node-at-rest.js';
import { type LinkAtRest, askLinks, reachMailbox, rosterOf } from './peer-links.service.js';

const list: Command = {
  name: 'peer list',
  summary: 'Shows each link in both directions by acknowledged number.',
  takes: '',
  example: 'passerelle peer list',
  options: {},
  run: async ({ env }) => {
    const config = configIn(env);
    const links = await withCurrentSchema(config, (database) => askLinks(database, config));
    return {
      code: exit.ok,
      lines: links.length > 0 ? links.map(lineOf) : ['no peers: there is no roster yet'],
      json: { links },
    };
  },
};

const test: Command = {
  name: 'peer test',
  summary: 'Signs in at the mailbox of a peer and says what each side has confirmed; sends nothing.',
  takes: 'PEER',
  example: 'passerelle peer test se',
  options: {},
  run: async (given) => {
    const peer = onlyWord(given, 'the peer');
    const config = configIn(given.env);
    const { link, address } = await withCurrentSchema(config, async (database) => ({
      link: (await askLinks(database, config)).find((each) => each.peer === peer),
      address: (await rosterOf(database, config))?.members.find(({ id }) => id === peer)?.natsUrl,
    }));
    if (!link || address === undefined) throw new Refused(exit.failed, `${peer} is no other member of the roster`);
    given.note(`signing in at ${address}`);
    const fault = await reachMailbox(config, address);
    const isFine = fault === undefined && link.confirmed === link.said;
    return {
      code: fault !== undefined ? exit.failed : isFine ? exit.ok : exit.warnings,
      lines: [fault ?? `signed in at ${address}`, lineOf(link)],
      json: { ...link, address, fault: fault ?? null },
    };
  },
};

const lineOf = ({ peer, status, said, confirmed, heard, waiting, oldestAt }: LinkAtRest): string => {
  const since = oldestAt ? `, oldest of ${oldestAt.toISOString()}` : '';
  return `${peer}  ${status}  confirmed ${confirmed} of ${said}, taken ${heard}, waiting ${waiting}${since}`;
};

export const peerCommands: readonly Command[] = [list, test];
