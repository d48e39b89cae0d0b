import {
  type ConfigOf,
  instant,
  natsUrl,
  nkeySeed,
  optional,
  path,
  programSettings,
  required,
  requiredSecret,
} from '@passerelle/doors';

/** Everything an operator may set for the federation's directory. It signs nothing, so it has no signing key. */
export const federationSettings = {
  ...programSettings,
  natsUrl: required(natsUrl, {
    name: 'PASSERELLE_NATS_URL',
    purpose: 'The federation’s own NATS server, on which the nodes lay their reports.',
  }),
  natsSeed: requiredSecret(nkeySeed, {
    name: 'PASSERELLE_NATS_SEED',
    purpose: 'The nkey with which the federation signs in at its own server.',
  }),
  rosterFile: required(path, {
    name: 'PASSERELLE_ROSTER_FILE',
    purpose: 'The signed list of the federation’s members. A newer one is taken in at the next start.',
  }),
  clock: optional(instant, {
    name: 'PASSERELLE_CLOCK',
    purpose: 'For demonstrations only: the instant at which the business clock stands still until somebody moves it.',
  }),
};

export type FederationConfig = ConfigOf<typeof federationSettings>;

/** The key under which rooms ask Nest for the configuration. */
export const FEDERATION_CONFIG = Symbol('FEDERATION_CONFIG');
