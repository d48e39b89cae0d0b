/** An account number as it is printed: in groups of four. */
export const shownIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1\u00A0');
