import { emlOf } from './mail.follower.js';

const by = {
  id: '0198f5c1-8f2a-7c3b-9a41-0242ac120002',
  from: 'branch@be.example',
  at: new Date('2026-03-16T08:00:00Z'),
};

describe('a letter', () => {
  it('is an internet message whose subject and text keep their accents', () => {
    const eml = emlOf({ to: 'regie@lilas.example', subject: 'À confirmer', text: 'Bonjour,\nune étape reste.' }, by);
    expect(eml).toContain('To: regie@lilas.example\r\n');
    expect(eml).toContain(`Subject: =?utf-8?B?${Buffer.from('À confirmer').toString('base64')}?=\r\n`);
    expect(eml).toContain('Date: Mon, 16 Mar 2026 08:00:00 +0000\r\n');
    expect(eml.endsWith('\r\n\r\nBonjour,\r\nune étape reste.\r\n')).toBe(true);
  });

  it('takes no headers from an address', () => {
    const eml = emlOf({ to: 'a@b.example\r\nBcc: everybody@b.example', subject: '', text: '' }, by);
    expect(eml).not.toContain('\r\nBcc:');
  });
});
