/** The same letters and digits: capitals, spaces and marks between them are not what is asked. */
export const isConfirmed = (typed: string, text: string): boolean => bare(typed) === bare(text);

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
