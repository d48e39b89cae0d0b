import type { Work } from '@passerelle/doors';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { PasswordLinks } from './password-links.service.js';

/** Answers those who have forgotten their password, behind the door: nobody learns from the wait who is known. */
export class PasswordLinksFollower extends Follower<'PasswordLinkAsked'> {
  readonly name = 'password-links';
  readonly kinds = ['PasswordLinkAsked'] as const;

  constructor(private readonly links: PasswordLinks) {
    super();
  }

  follow(work: Work, { body: { asked } }: Fact<'PasswordLinkAsked'>): Promise<void> {
    return this.links.answer(work, asked);
  }
}
