import type { Request, Response } from 'express';
import { Problem } from '../problems/problem.js';
import { refuseUnsoundContent } from './sound-content.js';

/** What the door says to a body, or undefined when it lets it through. */
function refusalOf(body: unknown, originalUrl = '/api/v1/missions'): Problem | undefined {
  let refusal: unknown;
  refuseUnsoundContent({ body, originalUrl } as Request, {} as Response, (error?: unknown) => (refusal = error));
  return refusal as Problem | undefined;
}

const pointersOf = (body: unknown): unknown =>
  refusalOf(body)?.options.errors?.map(({ pointer, code }) => [pointer, code]);
const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

describe('what the door lets through', () => {
  it('lets all that people write pass', () => {
    const body = { name: 'Amina Ø 王 👩‍🎤', lines: ['\n\t', '​'], sum: 1, no: null, yes: true };
    expect(refusalOf(body)).toBeUndefined();
    expect(refusalOf(undefined)).toBeUndefined();
    expect(refusalOf(Buffer.from('\0'))).toBeUndefined();
    expect(refusalOf({ nested: nested(30) })).toBeUndefined();
  });

  it('names the place of what is no character', () => {
    expect(pointersOf({ place: { town: 'Paris\0' } })).toEqual([['#/place/town', 'not-a-character']]);
    expect(pointersOf({ lines: ['good', '\ud83d'] })).toEqual([['#/lines/1', 'not-a-character']]);
    expect(pointersOf({ 'a/b': '\udc00\ud800' })).toEqual([['#/a~1b', 'not-a-character']]);
    expect(pointersOf({ facts: { ['\0']: 1 } })).toEqual([['#/facts', 'not-a-character']]);
    expect(pointersOf('\ud800')).toEqual([['#', 'not-a-character']]);
  });

  it('refuses a depth that would exhaust whoever reads it, without being exhausted itself', () => {
    const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
    expect(refusalOf({ facts: deep })?.options.errors?.[0]?.code).toBe('too-deep');
    expect(refusalOf(nested(32))).toMatchObject({ message: '400 invalid-request' });
    expect(refusalOf(nested(31))).toBeUndefined();
  });

  it('refuses an address with a null character', () => {
    expect(refusalOf({}, '/api/v1/confirmations/a%00b')?.kind.slug).toBe('malformed-address');
    expect(refusalOf({}, '/api/v1/missions?cursor=%00')?.kind.slug).toBe('malformed-address');
    expect(refusalOf({}, '/api/v1/missions?cursor=%2500')).toBeUndefined();
  });
});
