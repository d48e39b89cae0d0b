import { type LegislationAnswer, type LegislationFacts, legislationOf } from '@passerelle/coordination';
import { type Answer, type Answerer, CannotAnswer, type GoldenCase } from './answer.js';

type Json = Readonly<Record<string, unknown>>;

const coordination: Answer = (golden) => {
  const answer = legislationOf(factsOf(golden.inputs));
  if (!answer.ok) throw new CannotAnswer(`${answer.refusal.detail.words.en} ${answer.refusal.remedy.words.en}`);
  const { missing, legislation, basis, inScope, flags } = answer.value;
  if (missing.length > 0) throw new CannotAnswer(`unknown: ${missing.map(({ fact }) => fact).join(', ')}`);
  return { inScope, legislation, basis, a1: certificate(golden, answer.value), flags };
};

export const coordinationAnswers: Answerer = { coordination };

/** The files leave out what is not so; our facts take what is left out for unknown. Nothing is written as null. */
function factsOf(inputs: Json): LegislationFacts {
  const facts = withoutNull(inputs) as Json;
  const person = { ukSituationUnbrokenSince: null, ...(facts['person'] as Json) };
  const mission = facts['mission'] as Json | undefined;
  return { ...facts, person, ...(mission && { mission: { ...leftOut, ...mission } }) } as unknown as LegislationFacts;
}

const leftOut: Json = {
  earlierPostings: [],
  replacesPostedWorker: false,
  passedOnByHost: false,
  hiredForThisMission: false,
};

function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNull);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutNull(inner)]));
}

/** Without a state there is no certificate, which a file may write as null or as one that is not required. */
const certificate = ({ expected }: GoldenCase, { a1 }: LegislationAnswer): unknown =>
  expected['a1'] === null && !a1.required ? null : a1;
