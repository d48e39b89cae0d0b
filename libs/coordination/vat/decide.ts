import { type Result, ok, refuse } from '@passerelle/values';
import {
  type Answers,
  type FactName,
  type KnownCase,
  type VatFacts,
  customerStatuses,
  rateClasses,
  supplyKinds,
} from './facts.js';
import { type VatRefusal, factsMissing, noSuchCountry, ruleNotKnownThen, supplierOutsideUnion } from './refusal.js';
import { unionStates } from '../states.js';
import { isMemberState, isRealCountry, memberStatesOn, vatStateOf } from './territory.js';
import { type VatTreatment, treat } from './treatment.js';

type Settled = Pick<KnownCase, 'on' | 'supplier' | 'customer' | 'receiving' | 'language'>;
type Answered = Result<VatTreatment, VatRefusal>;

/**
 * How a supply is taxed. A fact that nobody has said is asked for only when it changes the answer; it is never guessed:
 * all it could be is tried, and where the outcomes differ the facts that make the difference are named, with who can
 * supply them.
 */
export function vatTreatment(facts: VatFacts): Answered {
  const settled = settledOf(facts);
  if (!settled.ok) return settled;
  const tried = possibleAnswers(facts, settled.value).map((answers) => ({
    answers,
    outcome: treat({ ...settled.value, ...answers }),
  }));
  const deciding = unknownIn(facts).filter((fact) => decides(fact, tried));
  if (deciding.length > 0) return refuse(factsMissing(deciding));
  return agreed(tried.map(({ outcome }) => outcome));
}

/** The countries as states for VAT, or which of them is none. */
function settledOf({ on, supplier, customer, supply, language }: VatFacts): Result<Settled, VatRefusal> {
  const countries = {
    'supplier.country': supplier.country,
    'customer.country': customer.country,
    'customer.receivingEstablishment': customer.receivingEstablishment,
    'supply.place': supply.place,
  };
  for (const [field, country] of Object.entries(countries))
    if (country !== null && !isRealCountry(country)) return refuse(noSuchCountry(field, country));
  if (!unionStates.hasValueOn(on)) {
    const { from, source } = unionStates.entries[0]!;
    return refuse(ruleNotKnownThen(source, on, from));
  }
  const seller = stateOf(supplier.country);
  if (!isMemberState(seller, on)) return refuse(supplierOutsideUnion(seller));
  const buyer = stateOf(customer.country);
  const receiving = stateOf(customer.receivingEstablishment ?? customer.country);
  return ok({ on, supplier: seller, customer: buyer, receiving, language });
}

const stateOf = (country: string): string => (isRealCountry(country) ? vatStateOf(country) : country);

const saidOf = ({ customer, supply }: VatFacts): { readonly [F in FactName]: Answers[F] | null } => ({
  status: customer.status,
  vatIdValid: customer.vatIdValid,
  kind: supply.kind,
  place: supply.place === null ? null : stateOf(supply.place),
  virtual: supply.virtual,
  rateClass: supply.rateClass,
});

const unknownIn = (facts: VatFacts): readonly FactName[] =>
  Object.entries(saidOf(facts)).flatMap(([fact, said]) => (said === null ? [fact as FactName] : []));

/** A place of each sort that makes a difference: at home, at the customer's, elsewhere in the Union, outside it. */
function possiblePlaces({ supplier, customer, on }: Settled): readonly string[] {
  const elsewhere = memberStatesOn(on).find((state) => state !== supplier && state !== customer)!;
  return [supplier, customer, elsewhere, 'AQ'];
}

/** Every combination that what was said leaves open. */
function possibleAnswers(facts: VatFacts, settled: Settled): readonly Answers[] {
  const open = {
    status: customerStatuses,
    vatIdValid: [true, false],
    kind: supplyKinds,
    place: possiblePlaces(settled),
    virtual: [false, true],
    rateClass: rateClasses,
  };
  const combined = Object.entries(saidOf(facts)).reduce<Record<string, unknown>[]>(
    (all, [fact, said]) =>
      all.flatMap((answers) =>
        (said === null ? open[fact as FactName] : [said]).map((value) => ({ ...answers, [fact]: value })),
      ),
    [{}],
  );
  return combined as unknown as Answers[];
}

interface Tried {
  readonly answers: Answers;
  readonly outcome: Answered;
}

/** Whether two cases that differ in this fact alone are taxed differently. */
function decides(fact: FactName, tried: readonly Tried[]): boolean {
  const outcomes = new Map<string, string>();
  return tried.some(({ answers, outcome }) => {
    const rest = JSON.stringify({ ...answers, [fact]: null });
    const known = outcomes.get(rest);
    outcomes.set(rest, known ?? effectOf(outcome));
    return known !== undefined && known !== effectOf(outcome);
  });
}

/** What the invoice and the returns would show; the articles behind it may differ. */
const effectOf = (outcome: Answered): string =>
  outcome.ok
    ? JSON.stringify([outcome.value.placeOfSupply, outcome.value.treatment, outcome.value.rate])
    : JSON.stringify(outcome.refusal.detail);

/** The one outcome of all that was tried: it rests on every article that one of them rests on. */
function agreed(outcomes: readonly Answered[]): Answered {
  const [first] = outcomes;
  if (!first!.ok) return first!;
  const treatments = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  return ok({
    ...first!.value,
    basis: [...new Set(treatments.flatMap(({ basis }) => basis))],
    flags: first!.value.flags.filter((flag) => treatments.every(({ flags }) => flags.includes(flag))),
  });
}
