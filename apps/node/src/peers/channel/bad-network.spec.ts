import { BadNetwork } from '../testing/bad-network.js';
import { type NodeEnd, missionOf } from '../testing/node-end.js';

const seeds = Array.from({ length: 100 }, (_, at) => at + 1);

describe('two nodes with a bad network, a bad database and bad days', () => {
  it.each(seeds)('agree in the end on every word, and each is heard once and in its order (seed %i)', async (seed) => {
    const world = new BadNetwork(seed);
    await world.live(90);
    await world.heal();
    const { brussels, paris } = world;
    for (const [speaker, hearer] of [
      [brussels, paris],
      [paris, brussels],
    ] as const) {
      expect(speaker.channel.state.status).toBe('open');
      expect(hearer.channel.state.in).toEqual(speaker.channel.state.out);
      expect(speaker.channel.state.delivered).toBe(speaker.channel.state.out.seq);
      expect(await hearer.history('in')).toEqual(await speaker.history('out'));
      expect([...hearer.heard].sort()).toEqual([...speaker.said].sort());
      expect(new Set(hearer.heard).size).toBe(hearer.heard.length);
      expect(inOrderOfMissions(hearer.heard, await wordsOf(speaker))).toEqual(await wordsOf(speaker));
      expect(await unexpectedRefusals(hearer)).toEqual([]);
    }
  });
});

/** Reasons by mission, in the order in which they were said. */
async function wordsOf(speaker: NodeEnd): Promise<Record<string, readonly string[]>> {
  const { store, database, peer } = speaker;
  const rows = await store.outbox(database.reading, peer.node, 1n, 1_000_000n);
  const said = rows
    .map(({ sealed }) => JSON.parse(sealed.m) as { type: string; body: { mission: string; reason: string } })
    .filter(({ type }) => type === 'mission.cancel');
  const ofMission = (mission: number) =>
    said.filter(({ body }) => body.mission === missionOf(mission)).map(({ body }) => body.reason);
  return { 0: ofMission(0), 1: ofMission(1), 2: ofMission(2) };
}

const inOrderOfMissions = (heard: readonly string[], words: Record<string, readonly string[]>) =>
  Object.fromEntries(
    Object.entries(words).map(([mission, reasons]) => [mission, heard.filter((each) => reasons.includes(each))]),
  );

/** A hello that some queue kept from before a restore is turned away, and proves nothing. */
async function unexpectedRefusals({ store, database, peer }: NodeEnd): Promise<readonly string[]> {
  const rows = await store.refusals(database.reading, peer.node, 1000);
  return rows.map(({ reason }) => reason).filter((reason) => reason !== 'hello-another-history');
}
