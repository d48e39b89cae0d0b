import type { A1Request, WorkKind as NoticeWork, Words } from '@passerelle/coordination';
import type { PlainDate } from '@passerelle/values';
import type { MissionId } from '../missions/mission.js';
import type { Gate, GateName } from './gate.js';

/** What the home states about one posting, because nobody else can. What is left out is unknown. */
export interface PostingFacts {
  /** What the worker does, as host states tell kinds of work apart. */
  readonly work?: NoticeWork | undefined;
  readonly substantialActivityAtSeat?: boolean | undefined;
  readonly replacesPostedWorker?: boolean | undefined;
  readonly hiredForThisMission?: boolean | undefined;
  readonly subjectToSeatLegislationBeforeHire?: boolean | undefined;
  readonly internationalRenown?: boolean | undefined;
  readonly minorPartOfTour?: boolean | undefined;
  /** The host or its client bears the wage: tax looks through to them. */
  readonly borneInHost?: boolean | undefined;
  readonly taxCertificateReceived?: boolean | undefined;
  /** The host's authorities were given reasons for a stay of more than twelve months. */
  readonly reasonedNotice?: boolean | undefined;
}

/** The notice to the authorities of the country of work, as they confirmed it. */
export interface GivenNotice {
  readonly number: string;
  readonly on: PlainDate;
}

/** What the guarantee fund said about the mission. */
export interface GuaranteeSaid {
  readonly verdict: 'covered' | 'not-covered' | 'conditional';
  readonly reasons: readonly Words[];
}

/** The part of the formalities that the host may know. */
export interface SharedFormalities {
  readonly a1: {
    readonly state: 'not-required' | 'submitted' | 'provisional' | 'issued' | 'refused' | 'withdrawn';
    readonly reference?: string | undefined;
    readonly first?: string | undefined;
    readonly last?: string | undefined;
  };
  readonly notice: { readonly state: 'not-required' | 'exempt' | 'given'; readonly number?: string | undefined };
}

/** One thing that was recorded about the formalities of a mission. Nothing is edited: a later entry follows. */
export type Formality =
  | { readonly kind: 'facts'; readonly facts: PostingFacts }
  /** One step of the `number`th request for a certificate. The request names the institution’s letter. */
  | { readonly kind: 'a1'; readonly number: number; readonly request: A1Request; readonly reason: string | null }
  | { readonly kind: 'notice'; readonly notice: GivenNotice }
  | { readonly kind: 'override'; readonly gate: GateName; readonly reason: string }
  | { readonly kind: 'guarantee'; readonly said: GuaranteeSaid }
  /** How the gates stood when that changed. */
  | { readonly kind: 'gates'; readonly gates: readonly Gate[] }
  | { readonly kind: 'told'; readonly shared: SharedFormalities }
  | { readonly kind: 'heard'; readonly shared: SharedFormalities };

export interface RecordedFormality {
  readonly mission: MissionId;
  /** The terms for which it was recorded: an override or a notice answers for no others. */
  readonly terms: string;
  readonly at: Date;
  /** An account, a node, or a room of this one. */
  readonly who: string;
  readonly formality: Formality;
}

export interface Override {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

/** What is recorded about a mission, as it counts for the terms that are in force. */
export interface FormalityRecord {
  readonly facts: PostingFacts;
  /** The requests for certificates, each as it stands. A certificate covers days, whatever became of the terms. */
  readonly requests: readonly A1Request[];
  readonly notice: GivenNotice | null;
  readonly overrides: Readonly<Partial<Record<GateName, Override>>>;
  readonly guarantee: GuaranteeSaid | null;
  readonly gates: readonly Gate[];
  /** The day on which each gate came to stand as it does. */
  readonly gatesAt: Readonly<Partial<Record<GateName, Date>>>;
  readonly told: SharedFormalities | null;
  readonly heard: SharedFormalities | null;
  /** The first time the home said that the work may begin. */
  readonly heardAt: Date | null;
}

const nothing: FormalityRecord = {
  facts: {},
  requests: [],
  notice: null,
  overrides: {},
  guarantee: null,
  gates: [],
  gatesAt: {},
  told: null,
  heard: null,
  heardAt: null,
};

/** The entries of a mission, oldest first, as they count for these terms. */
export const recordOf = (entries: readonly RecordedFormality[], terms: string): FormalityRecord =>
  entries.reduce((known, entry) => following(known, entry, terms), nothing);

function following(known: FormalityRecord, entry: RecordedFormality, terms: string): FormalityRecord {
  const { formality, who: by, at } = entry;
  if (formality.kind === 'facts') return { ...known, facts: formality.facts };
  if (formality.kind === 'a1') return { ...known, requests: stepped(known.requests, formality) };
  if (entry.terms !== terms) return known;
  switch (formality.kind) {
    case 'notice':
      return { ...known, notice: formality.notice };
    case 'override':
      return { ...known, overrides: { ...known.overrides, [formality.gate]: { by, at, reason: formality.reason } } };
    case 'guarantee':
      return { ...known, guarantee: formality.said };
    case 'gates':
      return { ...known, gates: formality.gates, gatesAt: gatesAt(known, formality.gates, at) };
    case 'told':
      return { ...known, told: formality.shared };
    case 'heard':
      return { ...known, heard: formality.shared, heardAt: known.heardAt ?? at };
  }
}

/** The requests after a step of one of them, which may be the first step of a new one. */
const stepped = (
  requests: readonly A1Request[],
  { number, request }: { readonly number: number; readonly request: A1Request },
): readonly A1Request[] => [...requests.slice(0, number - 1), request, ...requests.slice(number)];

/** A gate that stands as before keeps its day. */
const gatesAt = (known: FormalityRecord, gates: readonly Gate[], at: Date): FormalityRecord['gatesAt'] =>
  Object.fromEntries(
    gates.map(({ name, state }) => {
      const before = known.gates.find((gate) => gate.name === name);
      return [name, before?.state === state ? (known.gatesAt[name] ?? at) : at];
    }),
  );
