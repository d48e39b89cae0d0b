import type { Clock, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import {
  type Declaration,
  type DeclarationId,
  type DeclarationRefusal,
  type DeclarationStep,
  decide,
} from './declaration.js';
import './declarations.facts.js';
import type { DeclarationsStore } from './declarations.store.js';

export type StepRefusal = DeclarationRefusal | { readonly kind: 'no-such-declaration' };

/** What people do with declarations: say what is missing, hand in, and record what the authority answered. */
export class Declarations {
  constructor(
    private readonly store: DeclarationsStore,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  find(work: Work, id: DeclarationId): Promise<Declaration | null> {
    return this.store.find(work, id);
  }

  page(work: Work, page: Parameters<DeclarationsStore['page']>[1]): Promise<readonly Declaration[]> {
    return this.store.page(work, page);
  }

  /** Takes a declaration one step further, or says why it cannot be. */
  async step(
    work: Work,
    id: DeclarationId,
    step: DeclarationStep,
    who: string,
  ): Promise<Result<Declaration, StepRefusal>> {
    const declaration = await this.store.hold(work, id);
    if (!declaration) return refuse({ kind: 'no-such-declaration' });
    const decided = decide(declaration, step);
    if (!decided.ok) return decided;
    const recorded = { at: this.clock.now(), who, step: decided.value };
    await this.store.addStep(work, id, recorded);
    if (step.kind === 'sent')
      await this.facts.record(work, { kind: 'DeclarationSent', subject: id, body: { declaration: id } });
    return ok({ ...declaration, steps: [...declaration.steps, recorded] });
  }
}
