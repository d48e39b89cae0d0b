import { type A1Form, type A1Request, type MissingFact, holderStatusOf, missingInForm } from '@passerelle/coordination';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Situation } from '../members/situation.js';
import type { MissionFormalities } from './mission-formalities.js';

/** The request for a certificate as it can be printed or typed into the institution's own form. */
export interface PrintableRequest {
  readonly reference: string;
  readonly form: A1Form;
  readonly request: A1Request | null;
  readonly missing: readonly MissingFact[];
}

export function printableOf(found: MissionFormalities): PrintableRequest {
  const form = formOf(found);
  const { mission, record } = found;
  return {
    reference: mission.terms.reference,
    form,
    request: record.requests.at(-1) ?? null,
    missing: missingInForm(form, 'request'),
  };
}

/** What this node knows of the six sections of the certificate. What it does not know is left out. */
function formOf({ case: of, law, record }: MissionFormalities): A1Form {
  const { employer, situation, mission } = of;
  const { terms } = mission;
  const legislation = law.legislation.ok ? law.legislation.value : null;
  const status = legislation ? holderStatusOf(legislation) : undefined;
  const latest = record.requests.at(-1);
  const { client, place } = terms;
  return {
    holder: holderOf(situation),
    legislation: {
      ...(legislation?.legislation ? { state: legislation.legislation } : {}),
      first: latest?.first ?? terms.first,
      last: latest?.last ?? terms.last,
    },
    status: status === undefined ? {} : { kind: status },
    activity: { selfEmployed: false, codes: [employer.vatNumber], name: employer.name, address: addressOf(employer) },
    places: {
      places: [{ name: client.name, address: `${place.town}, ${place.country}` }],
      noFixedAddress: false,
    },
    institution: {},
  };
}

function holderOf(situation: Situation | null): A1Form['holder'] {
  const { identity = {}, nationality } = situation ?? {};
  const { address, ...rest } = identity;
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...known,
    ...(nationality ? { nationalities: [nationality] } : {}),
    ...(address === undefined ? {} : { addressInResidenceState: address }),
  };
}

const addressOf = ({ address: { street, postcode, town, country } }: LegalEntity): string =>
  `${street}, ${postcode} ${town}, ${country}`;
