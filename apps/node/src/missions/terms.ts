import { hashOf, type Terms } from '@passerelle/protocol';
import type { Language } from '@passerelle/rules';
import { Money, day, percent } from '@passerelle/values';
import type { DefaultBearer, MissionId, MissionTerms } from './mission.js';

/** The terms as both branches sign them: texts only, amounts in minor units. */
export function termsDocument(terms: MissionTerms): Terms {
  const { client } = terms;
  return {
    mission: terms.mission,
    reference: terms.reference,
    version: String(terms.version),
    home: terms.home,
    host: terms.host,
    worker: terms.worker,
    client: {
      name: client.name,
      country: client.country,
      ...(client.vatNumber === null ? {} : { vatNumber: client.vatNumber }),
      email: client.email,
      address: client.address,
      language: client.language,
    },
    work: terms.work,
    ...(terms.kind === 'general_service' ? {} : { kind: terms.kind }),
    ...(terms.directedBy === 'home' ? {} : { directedBy: terms.directedBy }),
    place: terms.place,
    first: terms.first,
    last: terms.last,
    days: String(terms.days),
    price: terms.price.minor.toString(),
    currency: terms.price.currency,
    hostSharePercent: terms.hostShare.toPercent(),
    defaultBearer: bearerDocument(terms.defaultBearer),
    dueRule: { days: String(terms.dueDays) },
    invoiceLanguage: client.language,
  };
}

/** Reads terms that a partner offers. Undefined when they leave out what this node needs to invoice the client. */
export function termsFrom(document: Terms): MissionTerms | undefined {
  const { email, address, language, vatNumber = null, ...client } = document.client;
  if (email === undefined || address === undefined || language === undefined || document.fixing) return undefined;
  const days = Number(document.days);
  if (!Number.isInteger(days) || days < 1) return undefined;
  return {
    mission: document.mission as MissionId,
    reference: document.reference,
    version: Number(document.version),
    home: document.home,
    host: document.host,
    worker: document.worker,
    client: { ...client, vatNumber, email, address, language: language as Language },
    work: document.work,
    kind: document.kind ?? 'general_service',
    directedBy: document.directedBy ?? 'home',
    place: document.place,
    first: day(document.first),
    last: day(document.last),
    days,
    price: new Money(BigInt(document.price), document.currency),
    hostShare: percent(document.hostSharePercent),
    defaultBearer: bearerFrom(document.defaultBearer),
    dueDays: Number(document.dueRule.days),
  };
}

/** The hash that stands for the terms: the same on both nodes, or they did not agree on the same thing. */
export const hashOfTerms = (terms: MissionTerms): string => hashOf(termsDocument(terms));

const bearerDocument = (bearer: DefaultBearer): Terms['defaultBearer'] =>
  typeof bearer === 'string' ? bearer : { hostPercent: String(bearer.hostPercent) };

const bearerFrom = (bearer: Terms['defaultBearer']): DefaultBearer =>
  typeof bearer === 'string' ? bearer : { hostPercent: Number(bearer.hostPercent) };
