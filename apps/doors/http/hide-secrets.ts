const withoutAt: readonly RegExp[] = [
  // IBAN, with or without spaces.
  /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g,
  // Belgian national number 85.07.30-033.28.
  /(?<!\d)\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/g,
  // French social security number: sex, year, month, département, commune, order, key.
  /(?<![\w.-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3}(?: ?\d{2})?(?![\w.-])/g,
  // Swedish personnummer 19850730-0331 or 850730-0331.
  /(?<![\w-])(?:19|20)?\d{2}(?:0[1-9]|1[0-2])\d{2}[-+]\d{4}(?![\w-])/g,
  // nkey seeds.
  /\bSU[A-Z2-7]{56}\b/g,
  // Tokens of links with which a password is chosen.
  /(?<=#)[\w-]{43}(?![\w-])/g,
  // Keys of programs.
  /\bpsk_[\w-]{43}/g,
];

/** What must not stand in a log, wherever it turns up in a text. */
const secrets: readonly RegExp[] = [
  ...withoutAt,
  // E-mail addresses name people.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  // Passwords in addresses of servers.
  /(?<=:\/\/[^\s:/@]{1,64}:)[^\s/@]+(?=@)/g,
];

/**
 * Hides secrets inside the texts of one line of JSON, which stays valid JSON. Most lines have none, and are only looked
 * through: what the whole line shows no sign of, none of its texts has.
 */
export function hideSecrets(line: string): string {
  const possible = line.includes('@') ? secrets : withoutAt;
  if (!possible.some((secret) => line.search(secret) >= 0)) return line;
  return line.replaceAll(/"(?:[^"\\]|\\.)*"/g, (text) =>
    possible.reduce((rest, secret) => rest.replaceAll(secret, hidden), text),
  );
}

export const hidden = '[hidden]';
