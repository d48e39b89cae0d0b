// A clean checkout has no times of earlier runs, and Jest would begin with the largest files. What takes longest goes first:
// whole processes, then what the sandbox computes for long, then databases; the many small ones fill the gaps at the end.
import Sequencer from '@jest/test-sequencer';

const kinds = [/[.]e2e[.]spec[.]ts$/, /apps\/sandbox\/(simulation|official)\/.+[.]spec[.]ts$/, /[.]db[.]spec[.]ts$/];

const placeOf = ({ path }) => {
  const place = kinds.findIndex((kind) => kind.test(path));
  return place < 0 ? kinds.length : place;
};

export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const usual = await super.sort(tests);
    return usual.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
