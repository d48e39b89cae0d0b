import { z } from 'zod';
import type { Opened } from './document.js';
import { code, extension, keyId, netId, nodeId, pass, position, session } from './fields.js';
import { currentVersion, versions } from './versions.js';

/** What both kinds of greeting say: who speaks, in which versions, and what of both directions it holds. */
const greeting = {
  net: netId,
  from: nodeId,
  to: nodeId,
  kid: keyId,
  /** The speaker's session: a new one for every start. */
  session,
  /** `mine` is the last message the speaker has numbered, `yours` the last it has applied. */
  have: z.strictObject({ mine: position, yours: position }),
  /** The pairing whose data frames the speaker takes: the hearer's session and the pass given to it. */
  accepts: z.tuple([session, pass]).nullable(),
  versions: z.array(z.int().min(1).max(1000)).min(1).max(16),
  features: z.array(code).max(32),
  /** `release` is the release of the speaker's program. */
  ext: extension,
};

/** First word after every start; until it is answered nothing new is numbered on the channel. */
export const helloSchema = z.strictObject({ kind: z.literal('hello'), ...greeting });

/**
 * The answer to a hello. `asked` is the session that said hello; `pass` is the answerer's side of this pairing, which
 * every data frame of that session has to name from now on. Frames of any earlier pairing are dropped from the moment
 * the answer is made: what it says about `have.yours` stays true until the asker itself sends more.
 */
export const answerSchema = z.strictObject({ kind: z.literal('answer'), ...greeting, asked: session, pass });

export type HelloContent = z.infer<typeof helloSchema>;
export type AnswerContent = z.infer<typeof answerSchema>;
export type Hello = Opened<HelloContent>;
export type Answer = Opened<AnswerContent>;

/** What a node announces of its program: nothing that a message says depends on it beyond versions and features. */
export interface Announced {
  readonly versions: readonly number[];
  readonly features: readonly string[];
  /** Null where the program did not say it. */
  readonly release: string | null;
}

/** What this program announces; `release` where it knows its own. */
export const announcing = (release?: string): Pick<HelloContent, 'versions' | 'features' | 'ext'> => ({
  versions: Object.keys(versions).map(Number),
  features: [...currentVersion.features],
  ...(release !== undefined && { ext: { release } }),
});

/** What the other node has announced of its program. */
export function announcedIn({ content: { versions: spoken, features, ext } }: Hello | Answer): Announced {
  const release = ext?.['release'];
  const isRelease = typeof release === 'string' && /^[0-9A-Za-z.+-]{1,40}$/.test(release);
  return { versions: spoken, features, release: isRelease ? release : null };
}
