import { readLanguage } from '../app/language.js';
import { asking } from './ask.js';
import type { components, paths } from './node.schema.js';

/** Asks the node this page came from. */
export const askNode = asking<paths>(readLanguage);

export type NodeBody<Name extends keyof components['schemas']> = components['schemas'][Name];
