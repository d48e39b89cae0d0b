import { faultOf, itsState, notFound, Problem, problemKind, refusalTable } from '@passerelle/doors';
import { barred } from '../peers/bar.problems.js';
import type { CutRefusal } from './cycles/cycles.service.js';
import type { DefaultRefused } from './fund/fund-calls.service.js';
import type { ObligationRefused, RefusedAt } from './obligations/obligations.service.js';
import { saidOfStep } from './settlement.words.js';

const notPossible = problemKind({
  slug: 'obligation-cannot-move',
  status: 409,
  title: {
    en: 'The debt cannot make this step now',
    fr: 'La dette ne peut pas franchir cette étape maintenant',
    nl: 'Deze stap is voor de schuld nu niet mogelijk',
    sv: 'Skulden kan inte ta det här steget nu',
    de: 'Dieser Schritt ist für die Schuld jetzt nicht möglich',
  },
  cure: {
    en: 'Both branches decide in turn: one proposes, the other accepts or rejects. The answer says what stands in the way.',
    fr: 'Les deux coopératives décident tour à tour : l’une propose, l’autre accepte ou rejette. La réponse dit ce qui s’y oppose.',
    nl: 'Beide coöperaties beslissen om beurten: de ene stelt voor, de andere aanvaardt of verwerpt. Het antwoord zegt wat in de weg staat.',
    sv: 'Båda kooperativen beslutar i tur och ordning: det ena föreslår, det andra godtar eller avvisar. Svaret säger vad som hindrar.',
    de: 'Beide Genossenschaften entscheiden abwechselnd: Eine schlägt vor, die andere nimmt an oder lehnt ab. Die Antwort sagt, was im Weg steht.',
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
    nl: 'Elke coöperatie laat een andere maar schulden hebben tot een grens. Wacht op de volgende afrekening of vraag een hogere grens.',
    sv: 'Varje kooperativ låter ett annat vara skyldigt bara en viss summa. Vänta på nästa avräkning eller be om en högre gräns.',
    de: 'Jede Genossenschaft lässt eine andere nur bis zu einer Grenze in ihrer Schuld stehen. Warten Sie auf den nächsten Ausgleich oder bitten Sie um eine höhere Grenze.',
  },
});

const noDefault = problemKind({
  slug: 'leg-is-not-in-default',
  status: 409,
  title: {
    en: 'This payment cannot be called a default now',
    fr: 'Ce paiement ne peut pas être déclaré en défaut maintenant',
    nl: 'Deze betaling kan nu niet als wanbetaling gelden',
    sv: 'Den här betalningen kan inte förklaras utebliven nu',
    de: 'Diese Zahlung kann jetzt nicht als ausgefallen gelten',
  },
  cure: {
    en: 'Only the payee says so, once the days of grace are over and money is still missing on its own statement.',
    fr: 'Seule la coopérative payée le dit, une fois le délai de grâce passé et s’il manque encore de l’argent sur son propre relevé.',
    nl: 'Alleen de begunstigde zegt dat, als de respijttermijn voorbij is en er op haar eigen afschrift nog geld ontbreekt.',
    sv: 'Bara mottagaren säger det, när anståndstiden har gått ut och pengar ännu saknas på det egna kontoutdraget.',
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

const misfit = faultOf(notPossible);

/** What a decision about a debt rests on. */
export const obligationFields = { state: itsState };

export const obligationProblems = refusalTable<ObligationRefused>({
  'no-such-obligation': () => new Problem(notFound),
  'unknown-peer': ({ peer }) =>
    misfit('#/peer', 'unknown-peer', {
      en: `No other node of the federation is called "${peer}".`,
      fr: `Aucun autre nœud de la fédération ne s’appelle « ${peer} ».`,
      nl: `Geen ander knooppunt van de federatie heet "${peer}".`,
      sv: `Ingen annan nod i federationen heter ”${peer}”.`,
      de: `Kein anderer Knoten der Föderation heißt „${peer}“.`,
    }),
  'no-entity': () =>
    new Problem(notPossible, {
      en: 'This cooperative has no legal entity yet: the administrator enters it first (POST /api/v1/entities).',
      fr: 'Cette coopérative n’a pas encore d’entité juridique : l’administrateur la saisit d’abord (POST /api/v1/entities).',
      nl: 'Deze coöperatie heeft nog geen rechtspersoon: de beheerder voert die eerst in (POST /api/v1/entities).',
      sv: 'Kooperativet har ännu ingen juridisk person: administratören lägger först in den (POST /api/v1/entities).',
      de: 'Diese Genossenschaft hat noch keine juristische Person: Die Verwaltung trägt sie zuerst ein (POST /api/v1/entities).',
    }),
  limit: ({ detail, missing }) =>
    new Problem(overLimit, {
      en: detail,
      fr: `La dette serait de ${missing} au-dessus de la limite.`,
      nl: `De schuld zou ${missing} boven de grens komen.`,
      sv: `Skulden skulle komma ${missing} över gränsen.`,
      de: `Die Schuld läge um ${missing} über der Grenze.`,
    }),
  barred: ({ bar }) => barred(bar),
  'still-counted': ({ cycle }) =>
    new Problem(notPossible, {
      en: `It still counts in the cycle ${cycle}: wait until that cycle is settled.`,
      fr: `Elle compte encore dans le cycle ${cycle} : attendez que ce cycle soit réglé.`,
      nl: `Ze telt nog mee in de cyclus ${cycle}: wacht tot die cyclus is afgerekend.`,
      sv: `Den räknas ännu i cykeln ${cycle}: vänta tills den cykeln är avräknad.`,
      de: `Sie zählt noch im Zyklus ${cycle}: Warten Sie, bis dieser Zyklus ausgeglichen ist.`,
    }),
  'not-possible': ({ code, detail }) =>
    new Problem(notPossible, { detail: { en: detail, ...saidOfStep(code) }, extra: { code } }),
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
  'not-unpaid': () =>
    new Problem(noDefault, {
      detail: {
        en: 'The payment is not unpaid.',
        fr: 'Le paiement n’est pas resté impayé.',
        nl: 'De betaling is niet onbetaald.',
        sv: 'Betalningen är inte obetald.',
        de: 'Die Zahlung ist nicht unbezahlt.',
      },
      extra: { code: 'not-unpaid' },
    }),
  'not-shareable': ({ detail }) =>
    new Problem(noDefault, {
      detail: {
        en: detail,
        fr: 'Ce défaut ne peut pas être réparti : ce qui manque ne correspond pas au résultat du cycle, ou aucune coopérative n’a de créance à faire valoir.',
        nl: 'Dit tekort kan niet worden verdeeld: wat ontbreekt, past niet bij het resultaat van de cyclus, of geen coöperatie heeft een vordering.',
        sv: 'Bristen kan inte fördelas: det som saknas stämmer inte med cykelns resultat, eller så har inget kooperativ en fordran.',
        de: 'Dieser Ausfall lässt sich nicht verteilen: Was fehlt, passt nicht zum Ergebnis des Zyklus, oder keine Genossenschaft hat eine Forderung.',
      },
      extra: { code: 'not-shareable' },
    }),
});

export const cutProblems = refusalTable<CutRefusal>({
  'no-federation': () =>
    new Problem(notThisCycle, {
      en: 'This node works alone and settles with nobody.',
      fr: 'Ce nœud travaille seul et ne règle avec personne.',
      nl: 'Dit knooppunt werkt alleen en rekent met niemand af.',
      sv: 'Noden arbetar ensam och avräknar med ingen.',
      de: 'Dieser Knoten arbeitet allein und rechnet mit niemandem ab.',
    }),
  'not-the-open-cycle': ({ open }) =>
    new Problem(notThisCycle, {
      detail: {
        en: `The open cycle is ${open}.`,
        fr: `Le cycle ouvert est ${open}.`,
        nl: `De open cyclus is ${open}.`,
        sv: `Den öppna cykeln är ${open}.`,
        de: `Der offene Zyklus ist ${open}.`,
      },
      extra: { open: `cyc_${open}` },
    }),
  'month-not-begun': ({ cycle }) =>
    new Problem(notThisCycle, {
      en: `The month of ${cycle} has not begun.`,
      fr: `Le mois de ${cycle} n’a pas commencé.`,
      nl: `De maand van ${cycle} is nog niet begonnen.`,
      sv: `Månaden för ${cycle} har inte börjat.`,
      de: `Der Monat von ${cycle} hat noch nicht begonnen.`,
    }),
});
