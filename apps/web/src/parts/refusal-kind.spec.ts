import { refusalKind } from './refusal-kind.js';

describe('what people are told of a refusal', () => {
  it.each([
    ['bad-message bad-message: bad-signature', 'unsigned'],
    ['bad-message bad-message: wrong-key', 'unsigned'],
    ['bad-message bad-message: not-canonical', 'unreadable'],
    ['not-a-frame', 'unreadable'],
    ['frame-too-long', 'unreadable'],
    ['another-channel', 'elsewhere'],
    ['another-federation', 'elsewhere'],
    ['broken-chain', 'contradiction'],
    ['contradiction', 'contradiction'],
    ['channel-closed', 'outdated'],
    ['replayed', 'outdated'],
    ['message-refused', 'nonsense'],
    ['something-new', 'other'],
  ])('%s: %s', (why, kind) => {
    expect(refusalKind(why)).toBe(kind);
  });
});
