import { mutations, tryMutation } from './mutations.js';

const seeds = 60;
const minutes = 60_000;

describe('the simulation', () => {
  it.each(mutations.map((mutation) => [mutation.rule, mutation.without, mutation] as const))(
    'notices that the rule "%s" is gone: %s',
    (_rule, _without, mutation) => {
      expect(tryMutation(mutation, seeds).by).not.toBeNull();
    },
    3 * minutes,
  );
});
