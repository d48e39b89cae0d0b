import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Work } from '@passerelle/doors';
import { localeOf, showPercent } from '@passerelle/i18n';
import { type PlainDate, day } from '@passerelle/values';
import { onlyZoneOf } from '../../config/time-zone.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { LinkedOrder } from '../../missions/confirmations.service.js';
import type { Mission } from '../../missions/mission.js';
import { lineVat } from '../../papers/line-vat.js';
import type { Acceptance } from '../../papers/evidence-page.js';
import { type OrderPaper, orderPaper, signedOrderPaper } from '../../papers/order-paper.js';
import type { KeptPaper } from './kept-paper.js';
import type { OrderPaperKey, OrderPapersStore } from './order-papers.store.js';
import type { Taxation } from '../vat/taxation.service.js';

export interface OrderPapersParts {
  readonly store: OrderPapersStore;
  readonly cooperative: Cooperative;
  readonly taxation: Taxation;
}

/** What a client orders, as she is shown it and as she signed it: bytes that never change once somebody has them. */
export class OrderPapers {
  constructor(private readonly parts: OrderPapersParts) {}

  /** The order behind a link, as its page and its paper say it: by the rules of the day on which the link was made. */
  async order(work: Work, { mission, link }: LinkedOrder): Promise<OrderPaper> {
    const { terms, agreement } = mission;
    const { name, vatNumber, address, id } = await this.parts.cooperative.entity(work, mission.entity);
    const locale = localeOf(terms.client.language, terms.client.country);
    const { invoiceTermDays } = await this.parts.cooperative.policies(work, id);
    const on = day(link.madeAt.toISOString().slice(0, 10));
    return {
      ...terms,
      language: terms.client.language,
      locale,
      made: link.madeAt,
      cooperative: { name, vatNumber, address },
      isEmployer: mission.role === 'both',
      vat: await this.vatOf(work, mission, { on, locale }),
      paymentDays: invoiceTermDays.hasValueOn(on) ? invoiceTermDays.on(on) : null,
      termsHash: agreement.hash,
    };
  }

  /** The paper that the client is shown before she answers. */
  shown(work: Work, linked: LinkedOrder): Promise<KeptPaper> {
    return this.once(work, { link: linked.link.id, isSigned: false }, async () => {
      const content = await orderPaper(await this.order(work, linked));
      return { content, madeAt: linked.link.madeAt };
    });
  }

  /** The paper with the proof of her yes. Null where she was shown none, by the link of an earlier release. */
  async signed(work: Work, linked: LinkedOrder): Promise<KeptPaper | null> {
    if (!linked.link.hasPaper) return null;
    return this.once(work, { link: linked.link.id, isSigned: true }, async () => {
      const { content: shown } = await this.shown(work, linked);
      const acceptance = acceptanceOf(linked);
      const content = await signedOrderPaper(await this.order(work, linked), { shown, acceptance });
      return { content, madeAt: acceptance.at };
    });
  }

  /** Drawn by whoever comes first, the follower or a reader; what was kept first is what everybody gets. */
  private async once(
    work: Work,
    key: OrderPaperKey,
    draw: () => Promise<{ readonly content: Uint8Array; readonly madeAt: Date }>,
  ): Promise<KeptPaper> {
    const { store } = this.parts;
    const kept = await store.find(work, key);
    if (kept) return kept;
    const { content, madeAt } = await draw();
    const sha256 = createHash('sha256').update(content).digest();
    await store.add(work, key, { form: 'pdf', madeAt, sha256, content: Buffer.from(content) });
    const first = await store.find(work, key);
    assert(first, 'a paper that was kept is there');
    return first;
  }

  private async vatOf(
    work: Work,
    mission: Mission,
    { on, locale }: { readonly on: PlainDate; readonly locale: string },
  ): Promise<string | null> {
    const decided = await this.parts.taxation.ofClient(work, mission, on);
    if (!decided.ok) return null;
    const { rate, exemption } = lineVat(decided.value, mission.terms.client.language);
    return exemption?.text ?? (rate && showPercent(rate, locale));
  }
}

function acceptanceOf({ mission, link }: LinkedOrder): Acceptance {
  const { answeredAt: at, evidence, termsHash } = link;
  assert(at !== null && evidence !== null, 'an accepted order has its evidence');
  assert.equal(termsHash, mission.agreement.hash, 'what was accepted is what both branches agreed on');
  return { at, zone: onlyZoneOf(mission.terms.client.country) ?? 'UTC', ...evidence };
}
