import { type Frame, type Sealed, answerSchema, helloSchema, sealDocument } from '@passerelle/protocol';
import { ok } from '@passerelle/values';
import type { Core } from './core.js';
import type { World } from './world.js';

const olderUntil = 220;

/** A month after all those of a run. */
const never = '2027-01';

/** A program with a mistake: it takes every eighth debt for one that counts much later. The messages are the same. */
export const mistakenCore = (core: Core): Core => ({
  ...core,
  applyToPair: (record, said, digest) => {
    const step = core.applyToPair(record, said, digest);
    if (!step.ok || said.type !== 'obligation.accept' || !isMistaken(said.body.obligation)) return step;
    const { obligations } = step.value.record;
    const late = { ...obligations[said.body.obligation]!, cycle: never };
    const all = { ...obligations, [said.body.obligation]: late };
    return ok({ ...step.value, record: { ...step.value.record, obligations: all } });
  },
});

const isMistaken = (obligation: string): boolean => Number.parseInt(obligation.slice(-2), 16) % 8 === 0;

/**
 * A member with another release: it announces abilities that others do not know, and for a while speaks only a version
 * that nobody else speaks, as after an upgrade that came too early. Nothing may be lost by it.
 */
export function releaseCore(core: Core, world: World, isOther: boolean): Core {
  if (!isOther) return core;
  const isTooEarly = world.chance.percent(50);
  const greeting = <T>({ m }: Sealed): T => {
    const versions = isTooEarly && world.now < olderUntil ? [2] : [1, 2];
    return { ...(JSON.parse(m) as object), versions, features: ['later-ability'] } as T;
  };
  return {
    ...core,
    helloFrame: (state, key) => {
      const { hello } = core.helloFrame(state, key);
      return { hello: sealDocument(helloSchema, greeting(hello), key).sealed } satisfies Frame;
    },
    answerFrame: (state, asked, returned, key) => {
      const frame = core.answerFrame(state, asked, returned, key);
      return { ...frame, answer: sealDocument(answerSchema, greeting(frame.answer), key).sealed };
    },
  };
}
