import type { NodeBody } from '../api/node.js';

export type CountryLaw = NodeBody<'CountryLawBody'>;
export type Rule = NodeBody<'LawRuleBody'>;
type Figure = NodeBody<'LawFigureBody'>;
type Value = NodeBody<'LawValueBody'>;

/** One value of one figure, or its end, and whether it holds today. */
export interface DatedFigure {
  readonly name: string;
  readonly from: string;
  readonly time: 'past' | 'today' | 'coming';
  /** Null from the day on which there is none any more. */
  readonly value: Value | null;
  readonly source: string;
  readonly confidence: Value['confidence'];
}

/** A figure through time, what comes first, then what holds, then what held. */
export function datedFigures({ name, values, endedFrom }: Figure, today: string): readonly DatedFigure[] {
  const days = [...values.map(({ from }) => from), ...(endedFrom === null ? [] : [endedFrom])];
  const current = days.findLast((from) => from <= today);
  const timeOf = (from: string): DatedFigure['time'] => (from > today ? 'coming' : from === current ? 'today' : 'past');
  const rows = values.map((value): DatedFigure => {
    const { from, source, confidence } = value;
    return { name, from, time: timeOf(from), value, source, confidence };
  });
  const end = endedFrom === null ? [] : [endOf(name, endedFrom, timeOf(endedFrom))];
  return [...rows, ...end].reverse();
}

const endOf = (name: string, from: string, time: DatedFigure['time']): DatedFigure => ({
  name,
  from,
  time,
  value: null,
  source: '–',
  confidence: 'confirmed',
});

export const isToConfirm = ({ confidence }: Pick<DatedFigure, 'confidence'>): boolean => confidence === 'to-confirm';

interface Choice {
  readonly text: string;
  readonly isOnly: boolean;
  readonly today: string;
}

/** Rules that speak of what is looked for, with their figures that do; of those to be confirmed only, if so asked. */
export function chosenRules(rules: readonly Rule[], { text, isOnly, today }: Choice): readonly Rule[] {
  const wanted = text.trim().toLowerCase();
  const has = (...texts: readonly string[]): boolean => texts.some((each) => each.toLowerCase().includes(wanted));
  const isOpen = (figure: Figure): boolean =>
    datedFigures(figure, today).some((each) => each.time !== 'past' && isToConfirm(each));
  return rules
    .map((rule) => {
      const isNamed = has(rule.id, rule.title, rule.law);
      const figures = rule.figures.filter((figure) => (isNamed || has(figure.name)) && (!isOnly || isOpen(figure)));
      return { ...rule, figures };
    })
    .filter(({ figures }) => figures.length > 0);
}
