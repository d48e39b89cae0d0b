import type { Clock, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Facts } from '../facts/facts.service.js';
import {
  type Declaration,
  type DeclarationId,
  type DeclarationRefusal,
  type DeclarationStep,
  decide,
  isAnswer,
} from './declaration.js';
import './declarations.facts.js';
import type { DeclarationsStore } from './declarations.store.js';
import type { CheckedXml, OfficialSchemas, SchemaMistake } from './official-schemas.js';

export type StepRefusal =
  | DeclarationRefusal
  | { readonly kind: 'no-such-declaration' }
  | { readonly kind: 'breaks-schema'; readonly file: string; readonly mistakes: readonly SchemaMistake[] };

type Stepped = Result<Declaration, StepRefusal>;

export interface DeclarationsParts {
  readonly store: DeclarationsStore;
  readonly schemas: OfficialSchemas;
  readonly facts: Facts;
  readonly clock: Clock;
}

/** What people do with declarations: say what is missing, hand in, and record what the authority answered. */
export class Declarations {
  constructor(private readonly parts: DeclarationsParts) {}

  find(work: Work, id: DeclarationId): Promise<Declaration | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: Parameters<DeclarationsStore['page']>[1]): Promise<readonly Declaration[]> {
    return this.parts.store.page(work, page);
  }

  /** The file to hand in, with what the official schema says of it. */
  check(declaration: Declaration): Promise<CheckedXml> {
    return this.parts.schemas.check(declaration);
  }

  /** Takes a declaration one step further, or says why it cannot be. */
  async step(
    work: Work,
    id: DeclarationId,
    step: Exclude<DeclarationStep, { readonly kind: 'sent' }>,
    who: string,
  ): Promise<Stepped> {
    const declaration = await this.parts.store.hold(work, id);
    if (!declaration) return refuse({ kind: 'no-such-declaration' });
    const decided = decide(declaration, step);
    if (!decided.ok) return decided;
    if (isAnswer(step))
      await this.parts.facts.record(work, { kind: 'DeclarationAnswered', subject: id, body: { declaration: id } });
    return ok(await this.take(work, declaration, decided.value, who));
  }

  /** It is handed in, unless it is not ready or the official schema has something against it. */
  async send(work: Work, id: DeclarationId, who: string): Promise<Stepped> {
    const declaration = await this.parts.store.hold(work, id);
    if (!declaration) return refuse({ kind: 'no-such-declaration' });
    const { schema } = await this.check(declaration);
    const decided = decide(declaration, { kind: 'sent', schema: schema?.sha256 ?? null });
    if (!decided.ok) return decided;
    if (schema && schema.mistakes.length > 0) return refuse({ kind: 'breaks-schema', ...schema });
    const sent = await this.take(work, declaration, decided.value, who);
    await this.parts.facts.record(work, { kind: 'DeclarationSent', subject: id, body: { declaration: id } });
    return ok(sent);
  }

  private async take(work: Work, declaration: Declaration, step: DeclarationStep, who: string): Promise<Declaration> {
    const recorded = { at: this.parts.clock.now(), who, step };
    await this.parts.store.addStep(work, declaration.id, recorded);
    return { ...declaration, steps: [...declaration.steps, recorded] };
  }
}
