import { notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import { barred } from '../peers/bar.problems.js';
import type { CutRefusal } from './cycles.service.js';
import type { DefaultRefused } from './fund-calls.service.js';
import type { ObligationRefused, RefusedAt } from './obligations.service.js';

const notPossible = problemKind({
  slug: 'obligation-cannot-move',
  status: 409,
  title: {
    en: 'The debt cannot make this step now',
    fr: 'La dette ne peut pas franchir cette étape maintenant',
    nl: 'De schuld kan deze stap nu niet zetten',
    sv: 'Skulden kan inte ta det här steget nu',
    de: 'Die Schuld kann diesen Schritt jetzt nicht gehen',
  },
  cure: {
    en: 'Both branches decide in turn: one proposes, the other accepts or rejects. The answer says what stands in the way.',
    fr: 'Les deux coopératives décident tour à tour : l’une propose, l’autre accepte ou rejette. La réponse dit ce qui s’y oppose.',
    nl: 'Beide coöperaties beslissen om beurten: de ene stelt voor, de andere aanvaardt of weigert. Het antwoord zegt wat in de weg staat.',
    sv: 'Båda kooperativen beslutar i tur och ordning: det ena föreslår, det andra godtar eller avvisar. Svaret säger vad som hindrar.',
    de: 'Beide Genossenschaften entscheiden abwechselnd: eine schlägt vor, die andere nimmt an oder lehnt ab. Die Antwort sagt, was im Weg steht.',
  },
});

const overLimit = problemKind({
  slug: 'above-the-cap',
  status: 409,
  title: {
    en: 'The debt would be above the agreed limit',
    fr: 'La dette dépasserait la limite convenue',
    nl: 'De schuld zou boven de afgesproken grens komen',
    sv: 'Skulden skulle överstiga den avtalade gränsen',
    de: 'Die Schuld läge über der vereinbarten Grenze',
  },
  cure: {
    en: 'Each branch lets another owe it only so much. Wait for the next settlement, or ask the other branch for a higher limit.',
    fr: 'Chaque coopérative ne laisse une autre lui devoir qu’un certain montant. Attendez le prochain règlement ou demandez une limite plus haute.',
    nl: 'Elke coöperatie laat een andere maar tot een grens schuldig zijn. Wacht op de volgende afrekening of vraag een hogere grens.',
    sv: 'Varje kooperativ låter ett annat vara skyldigt bara en viss summa. Vänta på nästa avräkning eller be om en högre gräns.',
    de: 'Jede Genossenschaft lässt sich von einer anderen nur bis zu einer Grenze schulden. Warten Sie auf die nächste Abrechnung oder bitten Sie um eine höhere Grenze.',
  },
});

const noDefault = problemKind({
  slug: 'leg-is-not-in-default',
  status: 409,
  title: {
    en: 'This payment cannot be called a default now',
    fr: 'Ce paiement ne peut pas être déclaré en défaut maintenant',
    nl: 'Deze betaling kan nu niet in gebreke worden gesteld',
    sv: 'Den här betalningen kan inte förklaras utebliven nu',
    de: 'Diese Zahlung kann jetzt nicht als ausgefallen gelten',
  },
  cure: {
    en: 'Only the payee says so, once the days of grace are over and money is still missing on its own statement.',
    fr: 'Seule la coopérative payée le dit, une fois le délai de grâce passé et s’il manque encore de l’argent sur son propre relevé.',
    nl: 'Alleen de begunstigde zegt dat, als de dagen van uitstel voorbij zijn en er op haar eigen uittreksel nog geld ontbreekt.',
    sv: 'Bara mottagaren säger det, när anståndsdagarna är slut och pengar ännu saknas på det egna kontoutdraget.',
    de: 'Das sagt nur die Empfängerin, wenn die Nachfrist vorbei ist und auf ihrem eigenen Auszug noch Geld fehlt.',
  },
});

const notThisCycle = problemKind({
  slug: 'cycle-cannot-be-cut',
  status: 409,
  title: {
    en: 'This cycle cannot be closed now',
    fr: 'Ce cycle ne peut pas être clôturé maintenant',
    nl: 'Deze cyclus kan nu niet worden afgesloten',
    sv: 'Den här cykeln kan inte stängas nu',
    de: 'Dieser Zyklus kann jetzt nicht geschlossen werden',
  },
  cure: {
    en: 'Only the open cycle can be closed, and only once its month has begun. The answer names the open cycle.',
    fr: 'Seul le cycle ouvert peut être clôturé, une fois son mois commencé. La réponse nomme le cycle ouvert.',
    nl: 'Alleen de open cyclus kan worden afgesloten, zodra zijn maand is begonnen. Het antwoord noemt de open cyclus.',
    sv: 'Bara den öppna cykeln kan stängas, och först när dess månad har börjat. Svaret anger den öppna cykeln.',
    de: 'Nur der offene Zyklus kann geschlossen werden, sobald sein Monat begonnen hat. Die Antwort nennt den offenen Zyklus.',
  },
});

const misfit = (pointer: string, code: string, detail: string): Problem =>
  new Problem(notPossible, { errors: [{ pointer, code, detail }] });

export const obligationProblems = refusalTable<ObligationRefused>({
  'no-such-obligation': () => new Problem(notFound),
  'unknown-peer': ({ peer }) =>
    misfit('#/peer', 'unknown-peer', `No other node of the federation is called "${peer}".`),
  limit: ({ detail }) => new Problem(overLimit, detail),
  barred: ({ bar }) => barred(bar),
  'still-counted': ({ cycle }) =>
    new Problem(notPossible, `It still counts in the cycle ${cycle}: wait until that cycle is settled.`),
  'not-possible': ({ code, detail }) => new Problem(notPossible, { detail, extra: { code } }),
});

/** The problem of one debt of a list, with its place in the list. */
export function listProblem({ at, why }: RefusedAt): Problem {
  const { kind, options } = obligationProblems.problemFor(why);
  const errors = (options.errors ?? []).map((each) => ({
    ...each,
    pointer: each.pointer.replace('#', `#/obligations/${at}`),
  }));
  const extra = { ...options.extra, at };
  return new Problem(kind, { ...options, extra, ...(errors.length === 0 ? {} : { errors }) });
}

export const defaultProblems = refusalTable<DefaultRefused>({
  'no-such-leg': () => new Problem(notFound),
  'not-unpaid': () => new Problem(noDefault, { detail: 'The payment is not unpaid.', extra: { code: 'not-unpaid' } }),
  'not-shareable': ({ detail }) => new Problem(noDefault, { detail, extra: { code: 'not-shareable' } }),
});

export const cutProblems = refusalTable<CutRefusal>({
  'no-federation': () => new Problem(notThisCycle, 'This node works alone and settles with nobody.'),
  'not-the-open-cycle': ({ open }) =>
    new Problem(notThisCycle, { detail: `The open cycle is ${open}.`, extra: { open: `cyc_${open}` } }),
  'month-not-begun': ({ cycle }) => new Problem(notThisCycle, `The month of ${cycle} has not begun.`),
});
