import { type CurrencyCode, Money } from '@passerelle/values';
import type { XmlElement } from './xml.js';

/** A value is missing or cannot be read. Thrown within a reader, which answers with a refusal. */
export class Unreadable extends Error {}

/** Values of one element, each named in the refusal when it is missing or wrong. */
export class Reading {
  constructor(readonly element: XmlElement) {}

  optional(...path: readonly string[]): string | null {
    return this.element.text(...path) ?? null;
  }

  must(...path: readonly string[]): string {
    const text = this.element.text(...path);
    if (text === undefined) throw new Unreadable(`<${path.join('/')}> is missing in line ${this.element.line}.`);
    return text;
  }

  within(...path: readonly string[]): Reading {
    const found = this.element.child(...path);
    if (!found) throw new Unreadable(`<${path.join('/')}> is missing in line ${this.element.line}.`);
    return new Reading(found);
  }

  all(...path: readonly string[]): readonly Reading[] {
    const last = path.at(-1)!;
    const parent = this.element.child(...path.slice(0, -1));
    return (parent?.children(last) ?? []).map((each) => new Reading(each));
  }

  money(of: CurrencyCode, ...path: readonly string[]): Money {
    return amountOf(this.must(...path), of);
  }

  moneyIfAny(of: CurrencyCode, ...path: readonly string[]): Money | null {
    const text = this.optional(...path);
    return text === null ? null : amountOf(text, of);
  }
}

function amountOf(text: string, of: CurrencyCode): Money {
  const read = Money.parse(text, of);
  if (!read.ok) throw new Unreadable(read.refusal.detail);
  return read.value;
}
