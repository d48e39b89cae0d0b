import assert from 'node:assert/strict';
import {
  type ChannelState,
  type Frame,
  type Message,
  type SigningKey,
  dataFrame,
  limits,
  number,
  writeFrame,
} from '@passerelle/protocol';
import { be, fr, se } from '../testing/federation.js';
import { NodeEnd, calm, cancellation } from '../testing/node-end.js';

/** Brussels and Paris on a quiet day; what one sends lies on the way until `deliver`. */
class Quiet {
  nowMs = Date.parse('2026-03-24T09:00:00Z');
  isWayOpen = true;
  /** Frames that were sent. */
  carried = 0;
  failing = new Set<string>();
  /** A word that Paris can hear but not commit, as when the database checks something at the end. */
  uncommittable = '';
  readonly brussels: NodeEnd;
  readonly paris: NodeEnd;
  private way: { readonly to: NodeEnd; readonly bytes: Uint8Array; readonly beside: string }[] = [];

  constructor() {
    const surroundings = (to: () => NodeEnd) => ({
      ...calm,
      now: () => new Date(this.nowMs),
      carry: async (bytes: Uint8Array, beside: string) => {
        if (!this.isWayOpen) throw new Error('the way is closed');
        this.carried += 1;
        this.way.push({ to: to(), bytes, beside });
      },
      room: (reason: string) => {
        if (this.failing.has(reason)) throw new Error(`the room fell over ${reason}`);
      },
      mishap: (moment: 'before' | 'after') => {
        if (moment === 'before' && this.paris.heard.includes(this.uncommittable))
          throw new Error('the books do not balance');
      },
    });
    this.brussels = new NodeEnd(
      be,
      fr,
      surroundings(() => this.paris),
    );
    this.paris = new NodeEnd(
      fr,
      be,
      surroundings(() => this.brussels),
    );
  }

  static async open(): Promise<Quiet> {
    const day = new Quiet();
    await day.brussels.start();
    await day.paris.start();
    await day.settle();
    return day;
  }

  /** Both say what they have to say and hear it, until nothing is on its way. */
  async settle(): Promise<void> {
    for (;;) {
      for (const end of [this.brussels, this.paris]) await end.channel.pump();
      if (this.way.length === 0) return;
      await this.deliver();
    }
  }

  /** Brussels asks and Paris answers, each after it has heard the other. */
  async talk(turns: number): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      await this.brussels.say(1, `question ${turn}`);
      await this.settle();
      await this.paris.say(1, `answer ${turn}`);
      await this.settle();
    }
  }

  async deliver(): Promise<void> {
    for (const { to, bytes, beside } of this.way.splice(0)) await to.channel.take(bytes, beside);
  }

  /** What is on its way, taken off it. */
  intercept(): readonly Uint8Array[] {
    return this.way.splice(0).map(({ bytes }) => bytes);
  }
}

const refusedAt = async ({ store, database, peer }: NodeEnd): Promise<readonly string[]> =>
  (await store.refusals(database.reading, peer.node, 100)).map(({ reason, detail }) => detail || reason).reverse();

const verdictsAt = async ({ store, database, peer }: NodeEnd): Promise<readonly string[]> =>
  (await store.messages(database.reading, peer.node, 'in', { before: null, limit: 100 }))
    .map(({ seq, verdict }) => `${seq} ${verdict}`)
    .reverse();

/** What Brussels would send if somebody else decided for it. */
function saidBy(state: ChannelState, key: SigningKey, reason: string, ack = state.in.seq): Message {
  const intent = {
    id: '0198f5c1-8f2a-7c3b-9a41-ffffffffffff',
    type: 'mission.cancel',
    body: cancellation(1, reason),
    ack,
  };
  const numbered = number(state, intent, { key, at: '2026-03-24T09:00:00.000Z' });
  assert(numbered.ok);
  return numbered.value.message;
}

function framed(state: ChannelState, messages: readonly Message[], key: SigningKey = be): Frame {
  const made = dataFrame(state, messages, key);
  assert(made);
  return made.frame;
}

describe('a channel', () => {
  let day: Quiet;
  beforeEach(async () => {
    day = await Quiet.open();
  });

  it('opens when both ends have greeted each other, and says nothing more', async () => {
    expect([day.brussels.channel.state.status, day.paris.channel.state.status]).toEqual(['open', 'open']);
    await day.brussels.channel.pump();
    expect(day.intercept()).toEqual([]);
    expect(day.brussels.channel.isUnconfirmed).toBe(false);
  });

  it('keeps what the program of the other end has announced', async () => {
    const { paris } = await Quiet.open();
    const told = await paris.store.announced(paris.database.reading, 'be');
    expect(told).toEqual({ versions: [1], features: [], release: '1.4.0' });
  });

  it('brings what one end decides to the other, and the receipt back', async () => {
    await day.brussels.say(1, 'rain');
    await day.settle();
    expect(day.paris.heard).toEqual(['rain']);
    expect(day.brussels.channel.state.delivered).toBe(1n);
    expect(day.paris.channel.state.in).toEqual(day.brussels.channel.state.out);
  });

  it('names the trace of a request beside each message and its answer, for the logs of both ends', async () => {
    const requests = ['4bf92f3577b34da6a3ce929d0e0e4736', '0af7651916cd43dd8448eb211c80319c'];
    for (const id of [requests[0], ...requests]) await day.brussels.say(1, `no, ${id}`, `00-${id}-00f067aa0ba902b7-01`);
    await day.brussels.say(1, 'it is late');
    await day.settle();
    const seen = ({ noted }: NodeEnd) =>
      noted.map(({ msg, from, upto, type, traceId }) => [msg, from, upto, type, traceId]);
    const own = day.brussels.noted[2]!.traceId;
    expect(own).toMatch(/^[0-9a-f]{32}$/);
    expect(seen(day.paris)).toEqual([
      ['messages heard', '1', '2', 'mission.cancel', requests[0]],
      ['messages heard', '3', '3', 'mission.cancel', requests[1]],
      ['messages heard', '4', '4', 'mission.cancel', own],
      ['messages said', '1', '2', 'refuse', requests[0]],
      ['messages said', '3', '3', 'refuse', requests[1]],
    ]);
    expect(seen(day.brussels).slice(3)).toEqual([
      ['messages heard', '1', '2', 'refuse', requests[0]],
      ['messages heard', '3', '3', 'refuse', requests[1]],
    ]);
  });

  it.each([
    ['are none', ''],
    ['are too few', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01*1'],
    ['are too many', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01*1000000000'],
    ['are counted in halves', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01*0.5'],
    ['are no traces', 'a b*1,00-00000000000000000000000000000000-00f067aa0ba902b7-01*1'],
  ])('hears messages whatever is beside them: traces that %s', async (_what, beside) => {
    for (const reason of ['rain', 'hail']) await day.brussels.say(1, reason);
    await day.brussels.channel.pump();
    for (const bytes of day.intercept()) await day.paris.channel.take(bytes, beside);
    expect(day.paris.heard).toEqual(['rain', 'hail']);
    expect(day.paris.noted.map(({ traceId }) => traceId)).toEqual(day.brussels.noted.map(({ traceId }) => traceId));
  });

  it('numbers what was decided although the peer cannot be reached, and sends it once it can', async () => {
    day.isWayOpen = false;
    await day.brussels.say(1, 'rain');
    await expect(day.brussels.channel.pump()).rejects.toThrow('the way is closed');
    expect(day.brussels.channel.state.out.seq).toBe(1n);
    day.isWayOpen = true;
    await day.settle();
    expect(day.paris.heard).toEqual(['rain']);
  });

  it('says nothing new while a person holds it, hears and confirms all the same, and then says what waited', async () => {
    day.brussels.channel.isHeld = true;
    await day.brussels.say(1, 'rain');
    await day.paris.say(2, 'snow');
    await day.settle();
    expect([day.paris.heard, day.brussels.heard]).toEqual([[], ['snow']]);
    expect(day.paris.channel.isUnconfirmed).toBe(false);
    await day.brussels.start();
    day.brussels.channel.isHeld = true;
    await day.settle();
    expect(day.paris.heard).toEqual([]);
    day.brussels.channel.isHeld = false;
    await day.settle();
    expect(day.paris.heard).toEqual(['rain']);
  });

  it('takes a greeting although the way back is closed, and answers when it opens', async () => {
    await day.brussels.start();
    await day.brussels.channel.pump();
    day.isWayOpen = false;
    await day.deliver();
    await expect(day.paris.channel.pump()).rejects.toThrow('the way is closed');
    day.isWayOpen = true;
    await day.settle();
    expect(day.brussels.channel.state.status).toBe('open');
  });

  it('has no more on its way than the window while the peer confirms nothing, and all of it arrives in the end', async () => {
    for (let count = 0; count < 1100; count += 1) await day.brussels.say(count % 3, `rain ${count}`);
    await day.brussels.channel.pump();
    const frames = day.intercept();
    expect(frames).toHaveLength(1024 / limits.frameMessages);
    await day.brussels.channel.pump();
    expect(day.intercept()).toEqual([]);
    await day.brussels.channel.sendAgain();
    await day.settle();
    expect(day.paris.heard).toHaveLength(1100);
  });

  it('greets a peer that sends strange frames at most once a second', async () => {
    await day.brussels.say(1, 'rain');
    await day.brussels.channel.pump();
    const [frame] = day.intercept();
    await day.paris.start();
    await day.paris.channel.pump();
    day.intercept();
    for (let time = 0; time < 5; time += 1) {
      expect(await day.paris.channel.take(frame!)).toBe('taken');
      await day.paris.channel.pump();
    }
    expect(day.intercept()).toEqual([]);
    day.nowMs += 1000;
    await day.paris.channel.take(frame!);
    await day.paris.channel.pump();
    expect(day.intercept()).toHaveLength(1);
  });

  describe('whose room fails', () => {
    it('sets the message aside, goes on with others, and tries it again', async () => {
      day.failing.add('rain');
      await day.brussels.say(1, 'rain');
      await day.brussels.say(2, 'snow');
      await day.settle();
      expect(day.paris.heard).toEqual(['snow']);
      expect(await verdictsAt(day.paris)).toEqual(['1 failed', '2 applied']);
      const [parked] = await (async () => ((day.nowMs += 2000), day.paris.store.parked()))();
      expect(parked!.error).toBe('Error: the room fell over rain');

      await day.paris.retryDue();
      expect(day.paris.heard).toEqual(['snow']);
      day.failing.clear();
      day.nowMs += 3000;
      await day.paris.retryDue();
      expect(day.paris.heard).toEqual(['snow', 'rain']);
      expect(await verdictsAt(day.paris)).toEqual(['1 applied', '2 applied']);
      expect(await day.paris.store.counts(day.paris.database.reading, 'be')).toMatchObject({ failed: 0 });
    });

    it('lets later messages about the same wait behind it, and applies them in their order', async () => {
      day.failing.add('rain');
      for (const reason of ['rain', 'sun', 'wind']) await day.brussels.say(1, reason);
      await day.brussels.say(2, 'snow');
      await day.settle();
      await day.brussels.say(1, 'storm');
      await day.settle();
      expect(day.paris.heard).toEqual(['snow']);
      day.failing.clear();
      for (let round = 0; round < 4; round += 1) {
        day.nowMs += 2000;
        await day.paris.retryDue();
      }
      expect(day.paris.heard).toEqual(['snow', 'rain', 'sun', 'wind', 'storm']);
    });

    it('sets aside only the message whose commit fails, and keeps the others of its frame', async () => {
      for (const [mission, reason] of [
        [1, 'rain'],
        [2, 'snow'],
        [3, 'wind'],
      ] as const)
        await day.brussels.say(mission, reason);
      await day.brussels.channel.pump();
      day.uncommittable = 'rain';
      await day.settle();
      expect(await verdictsAt(day.paris)).toEqual(['1 failed', '2 applied', '3 applied']);
      expect(day.paris.heard).toEqual(['snow', 'wind']);
      expect(day.brussels.channel.state.delivered).toBe(3n);
    });

    it('answers a refusal that comes late like any other', async () => {
      day.failing.add('no rain');
      await day.brussels.say(1, 'no rain');
      await day.settle();
      day.failing.clear();
      day.nowMs += 2000;
      await day.paris.retryDue();
      await day.settle();
      expect(await verdictsAt(day.paris)).toEqual(['1 not-wanted']);
      expect(await verdictsAt(day.brussels)).toEqual(['1 applied']);
    });
  });

  it('answers a message without effect with a refusal, and keeps it in the history', async () => {
    await day.brussels.say(1, 'no rain');
    await day.settle();
    expect(await verdictsAt(day.paris)).toEqual(['1 not-wanted']);
    const [answer] = await day.brussels.store.inbox(day.brussels.database.reading, 'fr', 1n, 1n);
    expect(JSON.parse(answer!.sealed.m)).toMatchObject({
      type: 'refuse',
      ack: '1',
      body: { ref: '1', code: 'not-wanted', detail: 'Not here: no rain' },
    });
    expect(day.paris.channel.state.in).toEqual(day.brussels.channel.state.out);
  });

  it('answers with other words when the words of a refusal cannot be written', async () => {
    const unspeakable = `no ${'x'.repeat(limits.textCharacters - 'Not here: no '.length - 1)}🌧`;
    await day.brussels.say(1, unspeakable);
    await day.settle();
    const [answer] = await day.brussels.store.inbox(day.brussels.database.reading, 'fr', 1n, 1n);
    expect(JSON.parse(answer!.sealed.m)).toMatchObject({ type: 'refuse', body: { ref: '1', code: 'refused' } });
  });

  it('refuses to say what is not of its type, before it can hold up anything', async () => {
    const { database, store } = day.brussels;
    const { FederationPeers } = await import('../federation-peers.service.js');
    const { roster } = await import('../testing/federation.js');
    const peers = new FederationPeers(store, { newId: () => '0198f5c1-8f2a-7c3b-9a41-000000000001' }, be, roster);
    const send = (type: string, body: object, to = 'fr') =>
      database.transact((work) => peers.send(work, to, type, body));
    await expect(send('mission.cancel', { mission: 'M-1' })).rejects.toThrow(/cannot be sent: .*mission/);
    await expect(send('mission.cancel', cancellation(1, 'e\u0301'))).rejects.toThrow(/not-nfc/);
    await expect(send('mission.paint', {})).rejects.toThrow(/no message type "mission.paint"/);
    await expect(send('mission.cancel', cancellation(1, 'rain'), 'de')).rejects.toThrow(/no other member/);
    await expect(send('mission.cancel', cancellation(1, 'rain'), 'be')).rejects.toThrow(/no other member/);
  });

  describe('hears something wrong and', () => {
    it('keeps two messages with one number as a proof, and stops', async () => {
      const before = day.brussels.channel.state;
      await day.brussels.say(1, 'rain');
      await day.settle();
      const other = saidBy(before, be, 'sun');
      await day.paris.channel.take(writeFrame(framed(day.brussels.channel.state, [other])));
      expect(day.paris.channel.state.status).toBe('frozen');
      expect(day.paris.store.evidence('be')).toEqual([
        {
          kind: 'equivocation',
          a: other.sealed,
          b: (await day.paris.store.inbox(undefined as never, 'be', 1n, 1n))[0]!.sealed,
        },
      ]);
      await day.brussels.say(1, 'wind');
      await day.brussels.channel.pump();
      await day.deliver();
      expect(day.paris.heard).toEqual(['rain']);
    });

    it('keeps an acknowledgement of what was never said as a proof', async () => {
      const claimed = saidBy(day.brussels.channel.state, be, 'rain', 0n);
      const lie = saidBy({ ...day.brussels.channel.state, in: { seq: 9n, head: claimed.hash } }, be, 'rain', 9n);
      await day.paris.channel.take(writeFrame(framed(day.brussels.channel.state, [lie])));
      expect(day.paris.store.evidence('be').map(({ kind }) => kind)).toEqual(['unsent']);
      expect(day.paris.channel.state.status).toBe('frozen');
    });

    const wrong: readonly (readonly [string, string, (day: Quiet) => Uint8Array])[] = [
      ['what is no frame', 'not-a-frame', () => Buffer.from('hello')],
      ['too large a frame', 'frame-too-long', () => Buffer.alloc(limits.frameBytes + 1, 'x')],
      [
        'a message signed by somebody else',
        'bad-message: bad-signature',
        ({ brussels: { channel } }) => writeFrame(framed(channel.state, [saidBy(channel.state, se, 'rain')])),
      ],
      [
        'a frame vouched for by somebody else',
        'bad-receipt: bad-signature',
        ({ brussels: { channel } }) => writeFrame(framed(channel.state, [], se)),
      ],
      [
        'a message that was tampered with',
        'bad-message: bad-signature',
        ({ brussels: { channel } }) =>
          changed(framed(channel.state, [saidBy(channel.state, be, 'rain')]), (m) => m.replace('rain', 'sun')),
      ],
      [
        'a message with a space too many',
        'bad-message: bad-signature',
        ({ brussels: { channel } }) =>
          changed(framed(channel.state, [saidBy(channel.state, be, 'rain')]), (m) => m.replace(',', ', ')),
      ],
      [
        'a message of another channel',
        'another-channel',
        ({ brussels: { channel } }) => {
          const astray = saidBy({ ...channel.state, peer: 'se' }, be, 'rain');
          return writeFrame(framed(channel.state, [astray]));
        },
      ],
      [
        'messages that do not follow each other',
        'spliced',
        ({ brussels: { channel } }) => {
          const message = saidBy(channel.state, be, 'rain');
          return writeFrame({ ...framed(channel.state, [message]), msgs: [] });
        },
      ],
    ];

    it.each(wrong)('refuses %s, writes it down and changes nothing', async (_what, reason, bytes) => {
      const before = day.paris.channel.state;
      expect(await day.paris.channel.take(bytes(day))).toBe('taken');
      expect(await refusedAt(day.paris)).toEqual([reason]);
      expect(day.paris.channel.state).toEqual(before);
      expect(day.paris.heard).toEqual([]);
    });

    it('changes nothing at a replay, and says again what it holds', async () => {
      await day.brussels.say(1, 'rain');
      await day.brussels.channel.pump();
      const [frame] = day.intercept();
      await day.paris.channel.take(frame!);
      await day.paris.channel.pump();
      day.intercept();
      const before = day.paris.channel.state;
      await day.paris.channel.take(frame!);
      expect(day.paris.channel.state).toEqual(before);
      await day.settle();
      expect(day.brussels.channel.state.delivered).toBe(1n);
      expect(day.paris.heard).toEqual(['rain']);
      expect(await refusedAt(day.paris)).toEqual([]);
    });

    it('does not take what comes after a gap, and tells how large the gap is', async () => {
      for (let count = 0; count < 70; count += 1) await day.brussels.say(1, `rain ${count}`);
      await day.brussels.channel.pump();
      const [, second] = day.intercept();
      expect(await day.paris.channel.take(second!)).toBe('later');
      expect(day.paris.channel.gap).toBe(70);
      await day.brussels.channel.sendAgain();
      await day.settle();
      expect(day.paris.channel.gap).toBe(0);
      expect(day.paris.heard).toHaveLength(70);
    });
  });

  describe('that comes back from a backup', () => {
    it('gets all its own words back from its peer, in the order in which they answered each other', async () => {
      const backup = day.brussels.backup();
      await day.talk(10);
      const { out } = day.brussels.channel.state;
      day.brussels.restore(backup);
      await day.brussels.start();
      await day.brussels.say(2, 'afterwards');
      await day.settle();
      expect(day.brussels.channel.state.out.seq).toBe(out.seq + 1n);
      expect(await day.brussels.history('out')).toEqual(await day.paris.history('in'));
      expect(day.brussels.heard).toEqual(day.paris.said);
      expect([...day.brussels.said].sort()).toEqual([...day.paris.heard].sort());
      expect(day.paris.heard.filter((each) => each === 'question 0')).toHaveLength(1);
    });

    it('does not ask again at every turn of a long talk', async () => {
      const backup = day.brussels.backup();
      await day.talk(150);
      const { out } = day.brussels.channel.state;
      day.brussels.restore(backup);
      await day.brussels.start();
      const before = day.carried;
      await day.settle();
      expect(day.carried - before).toBeLessThan(40);
      expect(day.brussels.channel.state.out).toEqual(out);
      expect(day.brussels.heard).toEqual(day.paris.said);
      expect(day.brussels.said).toEqual(day.paris.heard);
    });
  });

  it('cannot be run by an earlier start any more once a later one has begun', async () => {
    const earlier = day.brussels.channel;
    await day.brussels.start();
    await day.brussels.say(1, 'rain');
    await expect(earlier.pump()).rejects.toThrow('run by another replica');
    await day.settle();
    expect(day.paris.heard).toEqual(['rain']);
  });
});

/** The frame with the text of its first message changed, and everything else as it was. */
function changed(frame: Frame, change: (m: string) => string): Uint8Array {
  assert('msgs' in frame);
  const [first, ...others] = frame.msgs;
  return writeFrame({ ...frame, msgs: [{ ...first!, m: change(first!.m) }, ...others] });
}
