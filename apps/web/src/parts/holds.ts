/** Whether a text has each word that is searched, whatever their case, accents and kinds of space. */
export function holds(text: string, searched: string): boolean {
  const said = bare(text);
  return bare(searched)
    .split(/\s+/)
    .every((word) => said.includes(word));
}

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/\s/g, ' ')
    .toLocaleLowerCase();
