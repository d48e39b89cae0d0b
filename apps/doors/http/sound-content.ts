import type { NextFunction, Request, Response } from 'express';
import { invalidRequest, malformedAddress } from '../problems/common-problems.js';
import { escaped } from '../problems/field-errors.js';
import { Problem } from '../problems/problem.js';
import type { RuleWords } from '../problems/rule-words.js';

/** Deeper than anything a form asks for, and far from where reading it would exhaust the program's stack. */
const depthMax = 32;

/**
 * Refuses, before any room sees it, what JSON and addresses can carry but no text can hold: a null character, which the
 * database does not keep, and half of a surrogate pair, which is no character at all. Nesting without end is refused too.
 */
export function refuseUnsoundContent(request: Request, _response: Response, next: NextFunction): void {
  if (/%00/.test(request.originalUrl)) return next(new Problem(malformedAddress, nullCharacter.words));
  const fault = Buffer.isBuffer(request.body) ? undefined : faultIn(request.body);
  if (!fault) return next();
  const { pointer, rule } = fault;
  next(new Problem(invalidRequest, { errors: [{ pointer, code: rule.code, detail: rule.words }] }));
}

interface Fault {
  readonly pointer: string;
  readonly rule: RuleWords;
}

interface Place {
  readonly value: unknown;
  readonly pointer: string;
  readonly depth: number;
}

/** The first fault in a value, found without recursion: how deep it is, is what we do not know yet. */
function faultIn(body: unknown): Fault | undefined {
  const places: Place[] = [{ value: body, pointer: '#', depth: 0 }];
  for (let place = places.pop(); place; place = places.pop()) {
    const { value, pointer, depth } = place;
    if (typeof value === 'string' && !isText(value)) return { pointer, rule: noText };
    if (typeof value !== 'object' || value === null) continue;
    if (depth === depthMax) return { pointer, rule: tooDeep };
    for (const [name, field] of Object.entries(value)) {
      if (!isText(name)) return { pointer, rule: noText };
      places.push({ value: field, pointer: `${pointer}/${escaped(name)}`, depth: depth + 1 });
    }
  }
  return undefined;
}

/** With the flag `u`, a surrogate is found only where it stands without its other half. */
const isText = (text: string): boolean => !/[\0\p{Surrogate}]/u.test(text);

const nullCharacter: Pick<RuleWords, 'words'> = {
  words: {
    en: 'The address contains a null character (%00). Leave it out.',
    fr: 'L’adresse contient un caractère nul (%00). Retirez-le.',
    nl: 'Het adres bevat een nulteken (%00). Laat het weg.',
    sv: 'Adressen innehåller ett nulltecken (%00). Ta bort det.',
    de: 'Die Adresse enthält ein Nullzeichen (%00). Lassen Sie es weg.',
  },
};

const noText: RuleWords = {
  code: 'not-a-character',
  words: {
    en: 'There is something in this text that is no character, such as a null character. Write it again without it.',
    fr: 'Ce texte contient ce qui n’est pas un caractère, par exemple un caractère nul. Écrivez-le de nouveau sans cela.',
    nl: 'Deze tekst bevat iets wat geen teken is, zoals een nulteken. Schrijf hem opnieuw zonder dat.',
    sv: 'Texten innehåller något som inte är ett tecken, till exempel ett nulltecken. Skriv den igen utan det.',
    de: 'Dieser Text enthält etwas, das kein Zeichen ist, etwa ein Nullzeichen. Schreiben Sie ihn ohne dieses Zeichen neu.',
  },
};

const tooDeep: RuleWords = {
  code: 'too-deep',
  words: {
    en: 'This is nested too deeply. Compare it with /api/docs.',
    fr: 'L’imbrication est trop profonde. Comparez avec /api/docs.',
    nl: 'Dit is te diep genest. Vergelijk het met /api/docs.',
    sv: 'Detta är nästlat för djupt. Jämför med /api/docs.',
    de: 'Dies ist zu tief verschachtelt. Vergleichen Sie es mit /api/docs.',
  },
};
