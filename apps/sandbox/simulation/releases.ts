import { type Frame, type Sealed, answerSchema, helloSchema, sealDocument } from '@passerelle/protocol';
import type { Core } from './core.js';
import type { World } from './world.js';

const olderUntil = 220;

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
