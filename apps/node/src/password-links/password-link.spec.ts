import { newLink, type PasswordLinkId, stateOf } from './password-link.js';

const now = new Date('2026-03-16T08:00:00Z');
const of = { id: 'link' as PasswordLinkId, account: 'amina' };

describe('a password link', () => {
  it.each([
    ['invitation', '2026-03-23T07:59:59.999Z', '2026-03-23T08:00:00Z'],
    ['forgotten', '2026-03-16T08:59:59.999Z', '2026-03-16T09:00:00Z'],
  ] as const)('of an %s works to the last moment and not a moment longer', (reason, last, over) => {
    const link = newLink({ ...of, reason }, now);
    expect(stateOf(link, new Date(last))).toBe('open');
    expect(stateOf(link, new Date(over))).toBe('ended');
  });

  it('that was used or replaced says so, even after its end', () => {
    const link = newLink({ ...of, reason: 'forgotten' }, now);
    const later = new Date('2027-01-01T00:00:00Z');
    expect(stateOf({ ...link, usedAt: now }, later)).toBe('used');
    expect(stateOf({ ...link, isWithdrawn: true }, later)).toBe('withdrawn');
  });
});
