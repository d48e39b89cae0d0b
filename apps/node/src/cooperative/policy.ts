import type { Words } from '@passerelle/doors';
import {
  type CurrencyCode,
  Dated,
  type DatedEntry,
  Money,
  type PlainDate,
  type Rate,
  type Result,
  ok,
  percent,
  refuse,
} from '@passerelle/values';
import type { EntityId, Policies } from './legal-entity.js';

export type PolicyName = keyof Policies;

/** One decision of the members: from that day on the policy has this value, written as text. */
export interface PolicyEntry {
  readonly entity: EntityId;
  readonly policy: PolicyName;
  readonly from: PlainDate;
  readonly value: string;
  /** Who decided it and where: `general assembly of 14 June 2025`. Printed wherever the value is explained. */
  readonly decision: string;
}

export type PolicyRefusal =
  | {
      readonly kind: 'not-a-policy-value';
      readonly policy: PolicyName;
      readonly expected: string;
      readonly inWords: Words;
    }
  | {
      readonly kind: 'policy-in-the-past';
      readonly policy: PolicyName;
      readonly from: PlainDate;
      readonly today: PlainDate;
    }
  | { readonly kind: 'policy-already-decided'; readonly policy: PolicyName; readonly from: PlainDate };

interface Form<T> {
  /** As it follows "give" in a sentence. */
  readonly expected: Words;
  read(text: string, currency: CurrencyCode): T | undefined;
}

const share: Form<Rate> = {
  expected: {
    en: 'a percentage from 0 to 100 with at most four decimals, such as 6.5',
    fr: 'un pourcentage de 0 à 100 avec au plus quatre décimales, comme 6.5',
    nl: 'een percentage van 0 tot 100 met hoogstens vier decimalen, zoals 6.5',
    sv: 'en procentsats från 0 till 100 med högst fyra decimaler, som 6.5',
    de: 'einen Prozentsatz von 0 bis 100 mit höchstens vier Nachkommastellen (etwa 6.5)',
  },
  read: (text) => (/^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) <= 100 ? percent(text) : undefined),
};

const days = (least: number, most: number): Form<number> => ({
  expected: {
    en: `a whole number of days from ${least} to ${most}, such as ${Math.min(7, most)}`,
    fr: `un nombre entier de jours de ${least} à ${most}, comme ${Math.min(7, most)}`,
    nl: `een geheel aantal dagen van ${least} tot ${most}, zoals ${Math.min(7, most)}`,
    sv: `ett helt antal dagar från ${least} till ${most}, som ${Math.min(7, most)}`,
    de: `eine ganze Zahl von Tagen von ${least} bis ${most} (etwa ${Math.min(7, most)})`,
  },
  read: (text) => (/^\d{1,3}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
});

const reminders: Form<readonly number[]> = {
  expected: {
    en: 'three rising whole numbers of days from 1 to 365, such as 7 21 35',
    fr: 'trois nombres entiers croissants de jours de 1 à 365, comme 7 21 35',
    nl: 'drie oplopende gehele aantallen dagen van 1 tot 365, zoals 7 21 35',
    sv: 'tre stigande hela antal dagar från 1 till 365, som 7 21 35',
    de: 'drei ansteigende ganze Zahlen von Tagen von 1 bis 365 (etwa 7 21 35)',
  },
  read: (text) => {
    const read = /^\d{1,3} \d{1,3} \d{1,3}$/.test(text) ? text.split(' ').map(Number) : [];
    const [first = 0, second = 0, third = 0] = read;
    return first >= 1 && second > first && third > second && third <= 365 ? read : undefined;
  },
};

const amount: Form<Money> = {
  expected: {
    en: 'an amount in the currency of the legal entity, such as 5000.00',
    fr: 'un montant dans la monnaie de l’entité juridique, comme 5000.00',
    nl: 'een bedrag in de munt van de rechtspersoon, zoals 5000.00',
    sv: 'ett belopp i den juridiska personens valuta, som 5000.00',
    de: 'einen Betrag in der Währung des Rechtsträgers (etwa 5000.00)',
  },
  read: (text, currency) => {
    const read = Money.parse(text, currency);
    return read.ok && !read.value.isNegative() ? read.value : undefined;
  },
};

const forms = {
  contributionRate: share,
  payWorkingDays: days(1, 60),
  hostShare: share,
  invoiceTermDays: days(0, 120),
  reminderDays: reminders,
  advanceLimit: amount,
  wageWarningDays: days(1, 365),
} satisfies { [Name in PolicyName]: Form<unknown> };

export const policyNames = Object.keys(forms) as readonly PolicyName[];

/** Checks a decision before it is recorded. A value that payslips may already rest on is never changed. */
export function decidePolicy(
  entry: PolicyEntry,
  known: { readonly currency: CurrencyCode; readonly today: PlainDate; readonly earlier: readonly PolicyEntry[] },
): Result<PolicyEntry, PolicyRefusal> {
  const { policy, from } = entry;
  const form = forms[policy];
  if (form.read(entry.value, known.currency) === undefined)
    return refuse({ kind: 'not-a-policy-value', policy, expected: form.expected.en, inWords: form.expected });
  const ofPolicy = known.earlier.filter((each) => each.policy === policy);
  if (ofPolicy.some((each) => each.from === from)) return refuse({ kind: 'policy-already-decided', policy, from });
  if (ofPolicy.length > 0 && from < known.today)
    return refuse({ kind: 'policy-in-the-past', policy, from, today: known.today });
  return ok(entry);
}

/** The policies of one legal entity through time. Asking for a day before the first decision throws NoValueOnDay. */
export function policiesOf(entries: readonly PolicyEntry[], currency: CurrencyCode): Policies {
  const through = <T>(policy: PolicyName, form: Form<T>): Dated<T> =>
    new Dated(`policy.${policy}`, datedEntries(policy, form));
  const datedEntries = <T>(policy: PolicyName, form: Form<T>): DatedEntry<T>[] =>
    entries
      .filter((each) => each.policy === policy)
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ from, value, decision }) => ({
        from,
        value: valueOf(form, value, currency),
        source: decision,
        confidence: 'confirmed',
      }));
  return {
    contributionRate: through('contributionRate', forms.contributionRate),
    payWorkingDays: through('payWorkingDays', forms.payWorkingDays),
    hostShare: through('hostShare', forms.hostShare),
    invoiceTermDays: through('invoiceTermDays', forms.invoiceTermDays),
    reminderDays: through('reminderDays', forms.reminderDays),
    advanceLimit: through('advanceLimit', forms.advanceLimit),
    wageWarningDays: through('wageWarningDays', forms.wageWarningDays),
  };
}

function valueOf<T>(form: Form<T>, text: string, currency: CurrencyCode): T {
  const value = form.read(text, currency);
  if (value === undefined) throw new Error(`a recorded policy value is not ${form.expected.en}: "${text}"`);
  return value;
}
