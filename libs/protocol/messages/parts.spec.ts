import { faultOfBody } from '../envelope.js';
import { evidenceShared } from './evidence.js';
import { openPair, say } from '../testing/channel.js';
import { limits } from '../limits.js';
import { inParts, joinEvidence, shareEvidence } from './parts.js';

const { brussels } = openPair();
const texts = { word: 'x'.repeat(500) };
const long = (word: string) => say(brussels, word + texts.word.slice(word.length)).message.sealed;

describe('a list that is too long for one message', () => {
  it('is split so that each part fits, in the same order', () => {
    const items = Array.from({ length: 100 }, (_, at) => ({ at: String(at), text: texts.word }));
    const parts = inParts(items, 30);
    expect(parts.flat()).toEqual(items);
    for (const part of parts) expect(JSON.stringify(part).length).toBeLessThan(limits.bodyBytes);
    expect(inParts(items.slice(0, 5), 2).map((part) => part.length)).toEqual([2, 2, 1]);
  });

  it('has one part when there is nothing in it', () => {
    expect(inParts([], 30)).toEqual([[]]);
  });
});

describe('a proof for all members', () => {
  const evidence = { kind: 'equivocation' as const, a: long('one'), b: long('other') };

  it('travels in parts and is whole again in any order', () => {
    const parts = shareEvidence(evidence);
    const schema = evidenceShared.schema;
    expect(parts.every((part) => schema.safeParse(part).success && faultOfBody(part) === undefined)).toBe(true);
    expect(joinEvidence([...parts].reverse())).toEqual({ ok: true, value: evidence });
  });

  it('is refused while a part is missing, or when a part was changed', () => {
    const huge = { ...evidence, a: { ...evidence.a, m: 'x'.repeat(15_000) } };
    const parts = shareEvidence(huge);
    expect(parts.length).toBeGreaterThan(1);
    expect(joinEvidence(parts.slice(1))).toEqual({ ok: false, refusal: { kind: 'parts-missing' } });
    expect(joinEvidence([])).toEqual({ ok: false, refusal: { kind: 'parts-missing' } });
    const [first, ...rest] = parts;
    const changed = { ...first!, chunks: [...first!.chunks.slice(1), 'AAAA'] };
    expect(joinEvidence([changed, ...rest])).toEqual({ ok: false, refusal: { kind: 'not-evidence' } });
  });
});
