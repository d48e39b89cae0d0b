import { readLanguage } from '../app/language.js';
import { asking } from './ask.js';
import type { components, paths } from './federation.schema.js';

/** Asks the federation this page came from. */
export const askFederation = asking<paths>(readLanguage);

export type FederationBody<Name extends keyof components['schemas']> = components['schemas'][Name];
