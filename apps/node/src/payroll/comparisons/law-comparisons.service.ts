import type { Clock, Ids, Work } from '@passerelle/doors';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { Facts } from '../../facts/facts.service.js';
import type { PayslipsStore } from '../payslips.store.js';
import { type LawComparison, type LawComparisonId, comparedWith, nothingFound, sinceFor } from './law-comparison.js';
import './law-comparisons.facts.js';
import type { LawComparisonsStore } from './law-comparisons.store.js';

export interface LawComparisonsParts {
  readonly store: LawComparisonsStore;
  readonly payslips: PayslipsStore;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
  /** The program that compares. */
  readonly release: string;
}

export type LawComparisonRefusal = { readonly kind: 'law-holds-already'; readonly today: PlainDate };

/** Payslips that are worked in one transaction: few enough that others are served meanwhile. */
export const payslipsAtOnce = 100;

/** Compares issued payslips with what the rules answer now, or would by the law of a day to come. Changes no payslip. */
export class LawComparisons {
  constructor(private readonly parts: LawComparisonsParts) {}

  /** Begins a comparison, or answers with the one of these terms that is under way. */
  async ask(
    work: Work,
    { lawFrom, by }: { readonly lawFrom: PlainDate | null; readonly by: string },
  ): Promise<Result<LawComparison, LawComparisonRefusal>> {
    const { store, payslips, clock, ids, release } = this.parts;
    const today = await this.today(work);
    if (lawFrom !== null && lawFrom <= today) return refuse({ kind: 'law-holds-already', today });
    await store.holdAsking(work);
    const going = await store.underWay(work, lawFrom);
    if (going) return ok(going);
    const since = sinceFor(lawFrom, today);
    const { count, last } = await payslips.span(work, since);
    const at = clock.now();
    const id = ids.newId() as LawComparisonId;
    const terms = { lawFrom, since, release, askedBy: by, askedAt: at, payslips: count, last, upto: null };
    const asked = { id, ...terms, ...nothingFound, doneAt: count === 0 ? at : null };
    await store.add(work, asked);
    if (count > 0) await this.queue(work, id);
    return ok(asked);
  }

  /** Compares the next payslips; the rest wait again. */
  async goOn(work: Work, id: LawComparisonId, atOnce = payslipsAtOnce): Promise<void> {
    const { store, payslips, clock } = this.parts;
    const so = await store.hold(work, id);
    if (!so || so.doneAt !== null || so.last === null) return;
    const { since, last, upto } = so;
    const next = await payslips.issuedSince(work, since, { after: upto, upto: last, limit: atOnce });
    const reached = next[next.length - 1]?.id ?? last;
    const isDone = reached === last;
    await store.keep(work, {
      ...so,
      ...comparedWith(so, so, next),
      upto: reached,
      doneAt: isDone ? clock.now() : null,
    });
    if (!isDone) await this.queue(work, id);
  }

  find(work: Work, id: LawComparisonId): Promise<LawComparison | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: Parameters<LawComparisonsStore['page']>[1]): Promise<readonly LawComparison[]> {
    return this.parts.store.page(work, page);
  }

  /** Today where it is latest: a law to come holds nowhere yet. */
  private async today(work: Work): Promise<PlainDate> {
    const { cooperative, clock } = this.parts;
    const days = (await cooperative.entities(work)).map((entity) => cooperative.today(entity));
    return days.reduce((latest, each) => (each > latest ? each : latest), clock.today('UTC'));
  }

  private async queue(work: Work, comparison: LawComparisonId): Promise<void> {
    await this.parts.facts.record(work, { kind: 'LawComparisonQueued', subject: comparison, body: { comparison } });
  }
}
