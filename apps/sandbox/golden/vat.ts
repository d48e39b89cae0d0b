import {
  type VatTreatment,
  customerStatuses,
  rateClasses,
  readVatNumber,
  supplyKinds,
  vatOn,
  vatTreatment,
} from '@passerelle/coordination';
import { type Money, money } from '@passerelle/values';
import { type Answerer, CannotAnswer, type GoldenCase, dateOf, optionalText, textInput } from './answer.js';

type Party = Readonly<Record<string, unknown>>;

/** How supplies of services are taxed across borders, and what VAT numbers look like. */
export const vat: Answerer = {
  vat_treatment: (golden) => {
    const net = money(textInput(golden, 'net'), 'EUR');
    return answerOf(treatmentOf(golden), net);
  },

  vat_number_format: (golden) => {
    const { country, formatValid, checkDigitsValid } = readVatNumber(textInput(golden, 'vatId'));
    return { formatValid, country, checkDigitsValid };
  },
};

function treatmentOf(golden: GoldenCase): VatTreatment {
  const supplier = partOf(golden, 'supplier');
  const customer = partOf(golden, 'customer');
  const supply = partOf(golden, 'supply');
  const decided = vatTreatment({
    on: dateOf(golden),
    supplier: { country: String(supplier['country']) },
    customer: {
      country: String(customer['country']),
      status: oneOf(customerStatuses, customer['status']),
      vatIdValid: said<boolean>(customer['vatIdValid']),
      receivingEstablishment: said<string>(customer['receivingEstablishment']),
    },
    supply: {
      kind: oneOf(supplyKinds, supply['kind']),
      place: said<string>(supply['place']),
      // A case that says nothing of it is about somebody present, at the ordinary rate.
      virtual: supply['virtual'] === undefined ? false : said<boolean>(supply['virtual']),
      rateClass: oneOf(rateClasses, supply['rateClass'] === undefined ? 'standard' : supply['rateClass']),
    },
    language: optionalText(golden, 'invoiceLanguage') ?? 'en',
  });
  if (decided.ok) return decided.value;
  const { detail, field, rule } = decided.refusal;
  throw new CannotAnswer(`${field}, ${rule}: ${detail.words.en}`);
}

/**
 * The fields of the file, which writes amounts without their currency. It gives the words of a mention where the law
 * fixes them, for the reverse charge; an exemption only has to name its provision.
 */
function answerOf(decided: VatTreatment, net: Money): Readonly<Record<string, unknown>> {
  const { rate, rateSource: _, mentionText, ...said } = decided;
  const { vat: tax, gross } = vatOn(net, rate);
  return {
    ...said,
    mentionText: said.mention === 'REVERSE_CHARGE' ? mentionText : null,
    rate: rate?.toString() ?? null,
    vat: tax.toDecimal(),
    gross: gross.toDecimal(),
  };
}

function partOf({ inputs }: GoldenCase, name: string): Party {
  const part = inputs[name];
  if (typeof part !== 'object' || part === null) throw new CannotAnswer(`the case describes no "${name}"`);
  return part as Party;
}

const said = <T>(value: unknown): T | null => (value === undefined ? null : (value as T | null));

/** A word of a list, or null where nothing is said. */
function oneOf<T extends string>(known: readonly T[], value: unknown): T | null {
  const word = said<string>(value);
  if (word === null || known.includes(word as T)) return word as T | null;
  throw new CannotAnswer(`"${word}" is none of ${known.join(', ')}`);
}
