import { Money, type PlainDate, rate } from '@passerelle/values';
import { type RuleRefusal, refusals } from '../kit/refusal.js';
import { type Facts, euro } from './facts.js';
import { voucherFault } from './meal-vouchers.js';

/** Facts that are possible one by one and not together. */
export const contradiction = (facts: Facts, date: PlainDate): RuleRefusal | undefined =>
  familyFault(facts, date) ??
  contractFault(facts, date) ??
  hoursFault(facts, date) ??
  voucherRefusal(facts, date) ??
  youth(facts, date);

function familyFault(facts: Facts, date: PlainDate): RuleRefusal | undefined {
  const { impossible } = refusals('be.facts', date);
  const isSingle = facts.household === 'single';
  if (facts.disabledChildren > facts.children)
    return impossible(
      'disabledChildren',
      'There are more disabled children than children.',
      'Count them in both facts.',
    );
  if (facts.singleParent && (!isSingle || facts.children === 0))
    return impossible('singleParent', 'A single parent is single and has children.', 'Mend household or children.');
  if (facts.disabledSpouse && isSingle)
    return impossible('disabledSpouse', 'A single person has no spouse.', 'Mend the household.');
  return undefined;
}

function contractFault(facts: Facts, date: PlainDate): RuleRefusal | undefined {
  const { impossible } = refusals('be.facts', date);
  const isArtist = facts.status === 'artist';
  if (facts.withholding === 'artist-short-engagement' && !isArtist)
    return impossible('withholding', 'Only artists have the withholding of short engagements.', 'Choose ordinary.');
  if (facts.contract !== 'article-1bis') return undefined;
  if (!isArtist) return impossible('contract', 'Article 1bis is for artists.', 'Choose the status artist.');
  if (facts.artsAttestation) return undefined;
  return impossible(
    'artsAttestation',
    'Article 1bis needs a valid work-in-the-arts attestation.',
    'Enter the attestation, or choose an employment contract.',
  );
}

function hoursFault({ weeklyHours, fullTimeHours }: Facts, date: PlainDate): RuleRefusal | undefined {
  if (weeklyHours === fullTimeHours && weeklyHours === '38') return undefined;
  const [own, whole] = [rate(weeklyHours), rate(fullTimeHours)];
  if (own.num > 0n && own.num * whole.den <= whole.num * own.den) return undefined;
  return refusals('be.facts', date).impossible(
    'weeklyHours',
    `${weeklyHours} hours do not fit a full time of ${fullTimeHours}.`,
    'Give more than 0 and at most full time.',
  );
}

function voucherRefusal(facts: Facts, date: PlainDate): RuleRefusal | undefined {
  const face = new Money(euro(facts.mealVoucherFace), 'EUR');
  if (face.isZero()) return undefined;
  const { impossible } = refusals('be.facts', date);
  const share = new Money(euro(facts.mealVoucherWorkerShare), 'EUR');
  const fault = voucherFault(face, share, date);
  if (fault)
    return impossible('mealVoucherFace', `Such a voucher is not exempt: ${fault}.`, 'Change its face value or share.');
  if (share.isMoreThan(face))
    return impossible('mealVoucherWorkerShare', 'The share is more than the voucher.', `Give at most ${face}.`);
  return undefined;
}

/** Young workers have their own, limited contributions, which are not written here. */
function youth({ age }: Facts, date: PlainDate): RuleRefusal | undefined {
  if (age >= 18) return undefined;
  return refusals('be.employee-contribution', date).notCovered(
    'age',
    'Contributions of workers under 18 are limited, and these rules do not cover them.',
    'Have this payslip made by a social secretariat.',
  );
}
