/** The smallest files of each kind that are what they say, told apart by a text inside. */
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

export const jpeg = (inside = 'a till roll'): Buffer => ascii(`\xff\xd8\xff\xe0${inside}\xff\xd9`);

export const png = (inside = 'a till roll'): Buffer => ascii(`\x89PNG\r\n\x1a\n${inside}IEND\xaeB\x60\x82`);

export const pdf = (inside = 'an invoice'): Buffer => ascii(`%PDF-1.7\n${inside}\n%%EOF\n`);

export const heic = (inside = 'a photo'): Buffer => ascii(`\0\0\0\x18ftypheic\0\0\0\0mif1heicmeta${inside}mdat`);

export function webp(inside = 'a photo'): Buffer {
  const body = ascii(`WEBPVP8 ${inside}`);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([ascii('RIFF'), size, body]);
}
