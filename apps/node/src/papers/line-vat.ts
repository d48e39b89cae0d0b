import assert from 'node:assert/strict';
import type { VatTreatment } from '@passerelle/coordination';
import type { LineVat } from '@passerelle/formats';
import type { Language } from '@passerelle/rules';
import { Rate, percent } from '@passerelle/values';
import { outsideUnionWords } from './words/no-vat.js';

/** How a supply is taxed, as the category, rate and reason of a line of an invoice. */
export function lineVat(treatment: VatTreatment, language: Language): LineVat {
  const { treatment: how, rate, mentionText } = treatment;
  if (how === 'OUTSIDE_EU_VAT')
    return { category: 'O', rate: null, exemption: { code: 'VATEX-EU-O', text: outsideUnionWords[language] } };
  if (how === 'REVERSE_CHARGE' || how === 'EXEMPT') {
    assert(mentionText !== null, `an invoice that is ${how} says why`);
    const code = how === 'EXEMPT' ? 'VATEX-EU-132-1N' : 'VATEX-EU-AE';
    return { category: how === 'EXEMPT' ? 'E' : 'AE', rate: percent('0'), exemption: { code, text: mentionText } };
  }
  assert(rate instanceof Rate, `an invoice that charges VAT has a rate`);
  return { category: rate.isZero() ? 'Z' : 'S', rate, exemption: null };
}
