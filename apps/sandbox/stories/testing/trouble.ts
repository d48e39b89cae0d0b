import { setTimeout as pause } from 'node:timers/promises';
import { inboxSubject } from '@passerelle/protocol';
import type { Federation, Running } from '../../federation.js';
import { net } from '../../plan.js';
import { staffOf } from '../../branches.js';
import { Door } from '../../door.js';
import { logIn, repeater, type WireFrame } from '../../testing/wire.js';
import { until } from '../scene.js';
import type { Between } from '../story.js';

/** How long Paris is away. */
const awayMs = 180_000;

/** A bad network and hostile neighbours, for as long as a story is told. */
export interface Trouble extends Between {
  /** How many frames were sent in the name of somebody who had not said them. */
  readonly forged: () => number;
  stop(): Promise<void>;
}

/**
 * Each message arrives three times; some come forged or with another amount; Paris is away for three minutes before the
 * branches agree; Brussels is killed between the commit of its report and its publication.
 */
export async function trouble(federation: Federation): Promise<Trouble> {
  const repeaters: Awaited<ReturnType<typeof repeater>>[] = [];
  // One login after the other: signing a challenge is slow in a test's sandbox, and the broker does not wait for ever.
  for (const node of federation.nodes) repeaters.push(await repeater(node, 2));
  const [be, fr] = [federation.node('be'), federation.node('fr')];
  const newest = await newestOffer(fr, be);
  let forged = 0;
  return {
    forged: () => forged,
    beforeAgreeing: async () => {
      await fr.app.stop();
      await fr.nats.stop();
      void pause(awayMs).then(async () => {
        await fr.nats.start();
        await fr.app.start();
      });
    },
    beforeReporting: async () => {
      forged = await forge(be, fr, newest.frame());
      await until('Paris has refused what was forged', () => areRefused(federation, fr, forged));
      await fr.nats.stop();
    },
    afterReporting: async () => {
      await be.app.kill();
      await fr.nats.start();
      await be.app.start();
    },
    stop: async () => {
      await Promise.all([...repeaters, newest].map((connection) => connection.close()));
    },
  };
}

/** Keeps the newest frame that begins with an offer of `from`: frames of an earlier pairing are dropped without a word. */
async function newestOffer(where: Running, from: Running): Promise<{ frame(): WireFrame; close(): Promise<void> }> {
  let newest: WireFrame | undefined;
  const connection = await logIn(where, where);
  connection.subscribe(inboxSubject({ net, me: where.id, peer: from.id }), {
    callback: (_, message) => {
      const frame = message.json<Partial<WireFrame>>();
      if (frame.msgs?.[0]?.m.includes('"price":')) newest = frame as WireFrame;
    },
  });
  await connection.flush();
  return {
    frame: () => {
      if (!newest) throw new Error(`no offer of ${from.id} was seen at ${where.id}`);
      return newest;
    },
    close: () => connection.close(),
  };
}

async function areRefused({ people }: Federation, where: Running, count: number): Promise<boolean> {
  const finance = await Door.signIn(where.url, staffOf(people, where.id, 'finance'));
  const { items } = (await finance.must('GET', '/peers/be/refusals')) as { readonly items: readonly unknown[] };
  return items.length >= count;
}

/** Somebody with Brussels' own login at Paris says what Brussels' key never signed. */
async function forge(be: Running, fr: Running, frame: WireFrame): Promise<number> {
  const [message] = frame.msgs;
  if (!message) throw new Error('the frame carries no message to forge');
  const otherSignature = `${message.sig.startsWith('A') ? 'B' : 'A'}${message.sig.slice(1)}`;
  const otherAmount = message.m.replace(/"price":"\d+"/, '"price":"900000"');
  const forgeries = [
    { ...frame, msgs: [{ m: message.m, sig: otherSignature }] },
    { ...frame, msgs: [{ m: otherAmount, sig: message.sig }] },
    { ...frame, rcpt: { ...frame.rcpt, sig: otherSignature } },
  ];
  const login = await logIn(fr, be);
  for (const forgery of forgeries)
    login.publish(inboxSubject({ net, me: fr.id, peer: be.id }), new TextEncoder().encode(JSON.stringify(forgery)));
  await login.flush();
  await login.close();
  return forgeries.length;
}
