import { Money, type PlainDate, rate } from '@passerelle/values';
import type { Fact } from '../kit/facts.js';
import type { RuleRefusal } from '../kit/refusal.js';
import * as asked from './facts.js';
import { voucherFault } from './meal-vouchers.js';

type Facts = Readonly<Record<string, Fact>>;

/** Facts that are possible one by one and not together. */
export function contradiction(facts: Facts, date: PlainDate): RuleRefusal | undefined {
  const refused = (field: string, detail: string, remedy: string): RuleRefusal => ({
    kind: 'impossible-facts',
    rule: 'be.facts',
    date,
    field,
    detail,
    remedy,
  });
  const isSingle = asked.household.of(facts) === 'single';
  if (asked.disabledChildren.of(facts) > asked.children.of(facts))
    return refused('disabledChildren', 'There are more disabled children than children.', 'Count them in both facts.');
  if (asked.singleParent.of(facts) && (!isSingle || asked.children.of(facts) === 0))
    return refused('singleParent', 'A single parent is single and has children.', 'Mend household or children.');
  if (asked.disabledSpouse.of(facts) && isSingle)
    return refused('disabledSpouse', 'A single person has no spouse.', 'Mend the household.');
  return (
    contractFault(facts, refused) ??
    hoursFault(facts, refused) ??
    voucherRefusal(facts, date, refused) ??
    youth(facts, date)
  );
}

type Refused = (field: string, detail: string, remedy: string) => RuleRefusal;

function contractFault(facts: Facts, refused: Refused): RuleRefusal | undefined {
  const isArtist = asked.status.of(facts) === 'artist';
  if (asked.withholding.of(facts) === 'artist-short-engagement' && !isArtist)
    return refused('withholding', 'Only artists have the withholding of short engagements.', 'Choose ordinary.');
  if (asked.contract.of(facts) !== 'article-1bis') return undefined;
  if (!isArtist) return refused('contract', 'Article 1bis is for artists.', 'Choose the status artist.');
  if (!asked.artsAttestation.of(facts))
    return refused(
      'artsAttestation',
      'Article 1bis needs a valid work-in-the-arts attestation.',
      'Enter the attestation, or choose an employment contract.',
    );
  return undefined;
}

function hoursFault(facts: Facts, refused: Refused): RuleRefusal | undefined {
  const hours = asked.weeklyHours.of(facts);
  const fullTime = asked.fullTimeHours.of(facts);
  if (hours === fullTime && hours === asked.weeklyHours.assumed) return undefined;
  const [own, whole] = [rate(hours), rate(fullTime)];
  if (own.num > 0n && own.num * whole.den <= whole.num * own.den) return undefined;
  return refused(
    'weeklyHours',
    `${hours} hours do not fit a full time of ${fullTime}.`,
    'Give more than 0 and at most full time.',
  );
}

function voucherRefusal(facts: Facts, date: PlainDate, refused: Refused): RuleRefusal | undefined {
  const face = asked.mealVoucherFace.of(facts);
  if (asked.euro(face) === 0n) return undefined;
  const amount = (text: string): Money<'EUR'> => new Money(asked.euro(text), 'EUR');
  const share = amount(asked.mealVoucherWorkerShare.of(facts));
  const fault = voucherFault(amount(face), share, date);
  if (fault)
    return refused('mealVoucherFace', `Such a voucher is not exempt: ${fault}.`, 'Change its face value or share.');
  if (share.isMoreThan(amount(face)))
    return refused('mealVoucherWorkerShare', 'The share is more than the voucher.', `Give at most ${amount(face)}.`);
  return undefined;
}

/** Young workers have their own, limited contributions, which are not written here. */
function youth(facts: Facts, date: PlainDate): RuleRefusal | undefined {
  if (asked.age.of(facts) >= 18) return undefined;
  return {
    kind: 'not-covered',
    rule: 'be.employee-contribution',
    date,
    field: 'age',
    detail: 'Contributions of workers under 18 are limited, and these rules do not cover them.',
    remedy: 'Have this payslip made by a social secretariat.',
  };
}
