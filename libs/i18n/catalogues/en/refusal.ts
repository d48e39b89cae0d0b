export const refusal = {
  caption: 'What was refused, newest first',
  nothing: 'Nothing was refused.',
  when: 'When',
  why: 'Why',
  what: 'What arrived',
  from: 'From',
  by: 'Refused by',
  count: 'How often',
  kinds: {
    unsigned: 'not signed by the one it names',
    unreadable: 'not in the agreed form',
    elsewhere: 'meant for somebody else',
    outdated: 'out of its time',
    contradiction: 'contradicts what was said before',
    nonsense: 'well signed, against the rules, answered with no',
    other: 'for another reason',
  },
};
