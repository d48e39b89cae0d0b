import { type CountryCode, type Money, type PlainDate, country, dated } from '@passerelle/values';
import type { Words } from '@passerelle/rules';
import type { Mission } from '../missions/mission.js';

/** `covered`: the fund will carry the wage. `conditional`: it will, once what is open is done. */
export type Verdict = 'covered' | 'not-covered' | 'conditional';

export interface VerdictReason {
  readonly code: 'client-in-area' | 'client-confirms' | 'within-limit' | 'wage-known';
  readonly holds: 'yes' | 'no' | 'not-yet';
  readonly words: Words;
}

export interface GuaranteeVerdict {
  readonly verdict: Verdict;
  readonly reasons: readonly VerdictReason[];
}

export interface VerdictFacts {
  readonly mission: Pick<Mission, 'state' | 'clientConfirmedAt'>;
  readonly client: CountryCode;
  readonly on: PlainDate;
  /** The net that will be owed; null while no rule can say it. */
  readonly net: Money | null;
  /** What the fund may advance for one mission; null when the members decided no limit. */
  readonly limit: Money | null;
}

/** Where a client must be for the fund to carry her invoice: collecting a debt works alike there (Regulation 1896/2006). */
export const fundArea = dated<readonly CountryCode[]>('guarantee.area', [
  '2020-02-01',
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ').map(country),
  'Treaty on European Union, members since 1 February 2020',
]);

/** Said before anybody signs, so that a worker knows who bears the risk. The wage is paid on its day in any case. */
export function verdictOf(facts: VerdictFacts): GuaranteeVerdict {
  const reasons = [areaReason(facts), confirmationReason(facts), limitReason(facts)];
  const verdict = reasons.some(({ holds }) => holds === 'no')
    ? 'not-covered'
    : reasons.some(({ holds }) => holds === 'not-yet')
      ? 'conditional'
      : 'covered';
  return { verdict, reasons };
}

const areaReason = ({ client, on }: VerdictFacts): VerdictReason =>
  fundArea.on(on).includes(client)
    ? { code: 'client-in-area', holds: 'yes', words: words.inArea }
    : { code: 'client-in-area', holds: 'no', words: words.outsideArea };

function confirmationReason({ mission: { state, clientConfirmedAt } }: VerdictFacts): VerdictReason {
  if (clientConfirmedAt !== null) return { code: 'client-confirms', holds: 'yes', words: words.confirmed };
  const isOver = state === 'refused' || state === 'cancelled' || state === 'active' || state === 'completed';
  return isOver
    ? { code: 'client-confirms', holds: 'no', words: words.neverConfirmed }
    : { code: 'client-confirms', holds: 'not-yet', words: words.toConfirm };
}

function limitReason({ net, limit }: VerdictFacts): VerdictReason {
  if (net === null) return { code: 'wage-known', holds: 'not-yet', words: words.unknownWage };
  return limit !== null && net.isMoreThan(limit)
    ? { code: 'within-limit', holds: 'no', words: words.aboveLimit }
    : { code: 'within-limit', holds: 'yes', words: words.withinLimit };
}

const words = {
  inArea: {
    en: 'The client is in the European Union.',
    fr: 'Le client est dans l’Union européenne.',
    nl: 'De klant is in de Europese Unie.',
    sv: 'Kunden finns i Europeiska unionen.',
    de: 'Der Auftraggeber ist in der Europäischen Union.',
  },
  outsideArea: {
    en: 'The client is outside the European Union.',
    fr: 'Le client est en dehors de l’Union européenne.',
    nl: 'De klant is buiten de Europese Unie.',
    sv: 'Kunden finns utanför Europeiska unionen.',
    de: 'Der Auftraggeber ist außerhalb der Europäischen Union.',
  },
  confirmed: {
    en: 'The client has confirmed the order by link.',
    fr: 'Le client a confirmé la commande par le lien.',
    nl: 'De klant heeft de bestelling via de link bevestigd.',
    sv: 'Kunden har bekräftat beställningen med länken.',
    de: 'Der Auftraggeber hat den Auftrag über den Link bestätigt.',
  },
  toConfirm: {
    en: 'The client still has to confirm the order by link.',
    fr: 'Le client doit encore confirmer la commande par le lien.',
    nl: 'De klant moet de bestelling nog via de link bevestigen.',
    sv: 'Kunden måste ännu bekräfta beställningen med länken.',
    de: 'Der Auftraggeber muss den Auftrag noch über den Link bestätigen.',
  },
  neverConfirmed: {
    en: 'The client has not confirmed the order.',
    fr: 'Le client n’a pas confirmé la commande.',
    nl: 'De klant heeft de bestelling niet bevestigd.',
    sv: 'Kunden har inte bekräftat beställningen.',
    de: 'Der Auftraggeber hat den Auftrag nicht bestätigt.',
  },
  withinLimit: {
    en: 'The wage is within what the fund may advance for one mission.',
    fr: 'Le salaire est dans la limite de ce que le fonds peut avancer pour une mission.',
    nl: 'Het loon blijft binnen wat het fonds voor één opdracht mag voorschieten.',
    sv: 'Lönen ryms inom det som fonden får förskottera för ett uppdrag.',
    de: 'Der Lohn liegt innerhalb dessen, was der Fonds für einen Auftrag vorstrecken darf.',
  },
  aboveLimit: {
    en: 'The wage is more than the fund may advance for one mission.',
    fr: 'Le salaire dépasse ce que le fonds peut avancer pour une mission.',
    nl: 'Het loon is meer dan het fonds voor één opdracht mag voorschieten.',
    sv: 'Lönen är mer än vad fonden får förskottera för ett uppdrag.',
    de: 'Der Lohn ist höher als das, was der Fonds für einen Auftrag vorstrecken darf.',
  },
  unknownWage: {
    en: 'The wage cannot be estimated yet; the estimate says why.',
    fr: 'Le salaire ne peut pas encore être estimé ; l’estimation indique pourquoi.',
    nl: 'Het loon kan nog niet geraamd worden; de raming zegt waarom.',
    sv: 'Lönen kan inte uppskattas ännu; i uppskattningen står varför.',
    de: 'Der Lohn lässt sich noch nicht schätzen; die Schätzung sagt, warum.',
  },
} as const satisfies Record<string, Words>;
