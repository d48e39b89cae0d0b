import type { Work } from '@passerelle/doors';
import { addDays } from '@passerelle/values';
import type { Fact } from '../facts/fact.js';
import { Follower } from '../facts/follower.js';
import type { Declaration } from './declaration.js';
import './declarations.facts.js';
import type { Declarations } from './declarations.service.js';
import type { DeclarationsStore } from './declarations.store.js';
import { answerTo, isAnsweredLate } from './sandbox-authority.js';

type Followed = 'DeclarationSent' | 'DayBegan';

/** The authorities of a demonstration: they answer at once, or two days after the last day in time. */
export class SandboxAuthorityFollower extends Follower<Followed> {
  readonly name = 'sandbox-authority';
  readonly kinds = ['DeclarationSent', 'DayBegan'] as const;

  constructor(
    private readonly store: DeclarationsStore,
    private readonly declarations: Declarations,
  ) {
    super();
  }

  async follow(work: Work, fact: Fact<Followed>): Promise<void> {
    if (fact.kind === 'DayBegan') {
      const late = await this.store.unansweredSince(work, addDays(fact.body.date, -1));
      for (const declaration of late) await this.answer(work, declaration);
      return;
    }
    const sent = await this.store.find(work, fact.body.declaration);
    if (sent && !isAnsweredLate(sent)) await this.answer(work, sent);
  }

  private async answer(work: Work, declaration: Declaration): Promise<void> {
    await this.declarations.step(work, declaration.id, answerTo(declaration), 'sandbox-authority');
  }
}
