import { be, fr } from '../testing/federation.js';
import { openPair, say, started } from '../testing/channel.js';
import { holds, nextOfTheirs, nothingAhead, replayAhead, withOurs, withTheirs, withoutTaken } from './ahead.js';
import { receiveAll } from './receiving.js';
import type { ChannelState } from './state.js';
import type { Message } from '../envelope.js';

/** A talk in which each word of one was said after the last word of the other was heard. */
function talk(turns: number): { readonly said: readonly Message[]; readonly heard: readonly Message[] } {
  let { brussels, paris } = openPair();
  const said: Message[] = [];
  const heard: Message[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const question = say(brussels, `question ${turn}`);
    said.push(question.message);
    brussels = question.state;
    paris = receiveAll(paris, [question.message], () => undefined).state;
    const answer = say(paris, `answer ${turn}`);
    heard.push(answer.message);
    paris = answer.state;
    brussels = receiveAll(brussels, [answer.message], () => undefined).state;
  }
  return { said, heard };
}

describe('what a restored node was sent ahead', () => {
  const { said, heard } = talk(5);
  const forgetful: ChannelState = started(be, fr, 'brussels-start-2');

  it('is taken in turns, so that both histories come back without asking again', () => {
    let state = forgetful;
    const ahead = withTheirs(withOurs(nothingAhead, state, said, 5n), state, heard);
    for (let turn = 1n; turn <= 5n; turn += 1n) {
      const { state: more, replayed } = replayAhead(ahead, state);
      expect([replayed.length, more.out.seq, more.delivered]).toEqual([1, turn, turn]);
      const received = receiveAll(more, nextOfTheirs(ahead, more), () => undefined);
      expect(received.accepted).toHaveLength(1);
      state = received.state;
    }
    expect(withoutTaken(ahead, state)).toEqual({ ours: [], theirs: new Map(), held: 5n });
  });

  it('waits where something before it is missing, and counts as held', () => {
    const ahead = withTheirs(nothingAhead, forgetful, heard.slice(1));
    expect(nextOfTheirs(ahead, forgetful)).toEqual([]);
    expect(holds(ahead, forgetful, heard.slice(1))).toBe(true);
    expect(holds(ahead, forgetful, heard)).toBe(false);
  });

  it('is limited, and what does not fit has to be sent again', () => {
    const flood = Array.from({ length: 3000 }, (_, at) => ({
      ...heard[0]!,
      content: { ...heard[0]!.content, seq: String(at + 1) },
    }));
    const ahead = withTheirs(nothingAhead, forgetful, flood);
    expect(ahead.theirs.size).toBe(2048);
    expect(holds(ahead, forgetful, flood)).toBe(false);
  });
});
