import {
  type Roster,
  type RosterContent,
  type RosterMember,
  type SignedRoster,
  memberOf,
  signersOf,
} from '@passerelle/protocol';

/** Who belongs to the federation, on which terms, and who signed that. */
export class Directory {
  constructor(
    readonly roster: Roster,
    /** All versions, the first one first: whoever missed some follows them. */
    readonly versions: readonly SignedRoster[],
    /** When this program took the version in. */
    readonly at: Date,
  ) {}

  get content(): RosterContent {
    return this.roster.content;
  }

  get members(): readonly RosterMember[] {
    return this.content.members;
  }

  /** The members whose signatures under the roster are good by the keys it lists itself. */
  get signedBy(): readonly string[] {
    return signersOf(this.roster.signed.m, this.roster.signed.sigs, this.content);
  }

  knows(node: string): boolean {
    return memberOf(this.content, node) !== undefined;
  }
}
