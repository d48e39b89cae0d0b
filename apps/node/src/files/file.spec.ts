import { factsOfFile } from './file.js';
import { heic, jpeg, pdf, png, webp } from './testing/files.js';

describe('a file that is kept', () => {
  it.each([
    ['image/jpeg', jpeg()],
    ['image/jpeg', Buffer.concat([jpeg(), Buffer.from('data of the camera')])],
    ['image/png', png()],
    ['image/webp', webp()],
    ['image/heic', heic()],
    ['application/pdf', pdf()],
  ])('is known as %s by its content', (media, bytes) => {
    expect(factsOfFile(bytes)).toMatchObject({ ok: true, value: { media, size: bytes.length } });
  });

  it.each([
    ['a text', Buffer.from('Receipt: 12.00'), { kind: 'not-an-image', begins: '526563656970743a' }],
    ['a page', Buffer.from('<html></html>'), { kind: 'not-an-image' }],
    ['an archive', Buffer.from('PK\x03\x04'), { kind: 'not-an-image' }],
    ['a film', Buffer.from('\0\0\0\x18ftypisom'), { kind: 'not-an-image' }],
    ['nothing', Buffer.alloc(0), { kind: 'empty-file' }],
    ['half a photo', jpeg().subarray(0, 8), { kind: 'cut-off', media: 'image/jpeg' }],
    ['half a PDF', pdf().subarray(0, 12), { kind: 'cut-off', media: 'application/pdf' }],
    ['half a WebP', webp().subarray(0, 14), { kind: 'cut-off', media: 'image/webp' }],
  ])('is not made of %s', (_, bytes, refusal) => {
    expect(factsOfFile(bytes)).toMatchObject({ ok: false, refusal });
  });

  it('is of one of the kinds that are asked for', () => {
    expect(factsOfFile(heic(), ['application/pdf'])).toMatchObject({ ok: false, refusal: { kind: 'not-an-image' } });
  });

  it('is named by its content alone: another byte is another file', () => {
    const [one, same, other] = [pdf('A1'), pdf('A1'), pdf('A2')].map((bytes) => factsOfFile(bytes));
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });
});
