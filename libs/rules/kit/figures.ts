import type { Dated, DatedEntry, PlainDate } from '@passerelle/values';
import type { AppliedFigure } from './payslip.js';
import { remembered } from './remembered.js';

/** A figure's value on a day and the note that a payslip line carries about it. */
export interface InForce<T> {
  readonly value: T;
  readonly applied: AppliedFigure;
}

const notes = new WeakMap<DatedEntry<unknown>, AppliedFigure>();

/** The figure in force on a day; throws NoValueOnDay. All lines that use one entry share one note about it. */
export function inForce<T>(figure: Dated<T>, on: PlainDate): InForce<T> {
  const entry = figure.entryOn(on);
  let applied = notes.get(entry);
  if (applied === undefined) {
    applied = { name: figure.name, from: entry.from, source: entry.source, confidence: entry.confidence };
    notes.set(entry, applied);
  }
  return { value: entry.value, applied };
}

/** The figure in force on a day, or undefined where the law as known has no value. */
export const inForceIfAny = <T>(figure: Dated<T>, on: PlainDate): InForce<T> | undefined =>
  figure.hasValueOn(on) ? inForce(figure, on) : undefined;

/**
 * Resolves a country's figures once for each day asked, so that a payslip reads numbers and shared notes instead of
 * searching dates. What `resolve` throws (NoValueOnDay) is thrown again at each question.
 */
export const lawOfTheDay: <L>(resolve: (day: PlainDate) => L) => (day: PlainDate) => L = remembered;
