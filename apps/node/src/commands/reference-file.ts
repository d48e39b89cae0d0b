/** Where the reference of all settings lies, from the root of the checkout. */
export const referenceFile = 'docs/ops/env.md';
