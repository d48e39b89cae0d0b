import { wordsOfFaults } from './malformed.js';
import type { RosterFileRefusal } from './roster-chain.js';
import type { RosterRefusal } from './roster.js';

/** Why a roster does not count, for the operator who holds its file: what is wrong, and the rule's own name. */
export function wordsOfRefusal(refusal: RosterRefusal | RosterFileRefusal): string {
  return `${sentenceOf(refusal)} (${refusal.kind})`;
}

function sentenceOf(refusal: RosterRefusal | RosterFileRefusal): string {
  switch (refusal.kind) {
    case 'not-json':
      return 'the file is no JSON';
    case 'not-a-roster':
      return 'the file is no roster';
    case 'too-long':
      return `a version has ${refusal.bytes} bytes, and ${refusal.max} are the most`;
    case 'not-canonical':
      return `the text of a version was written by hand or changed: ${refusal.fault.path || 'the whole'}`;
    case 'malformed':
      return `a version says what no roster may say: ${wordsOfFaults(refusal.faults)}`;
    case 'another-federation':
      return `it is of the federation ${refusal.net}`;
    case 'not-the-next-version':
      return `version ${refusal.expected} was expected, and ${refusal.found} found`;
    case 'another-history':
      return 'it continues another history than the one that is known here';
    case 'not-the-pinned-one':
      return 'it is not the first version that was told from person to person';
    case 'too-few-signatures':
      return `too few members have signed it: ${refusal.signers.join(', ') || 'nobody who may'}, and ${refusal.needed} are needed`;
  }
}
