import { type Roster, type RosterContent, type RosterMember, memberOf, signersOf } from '@passerelle/protocol';

/** Who belongs to the federation, on which terms, and who signed that. */
export class Directory {
  constructor(
    readonly roster: Roster,
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
