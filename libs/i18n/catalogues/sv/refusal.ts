import type { Catalogue } from '../en/index.js';

export const refusal: Catalogue['refusal'] = {
  caption: 'Vad som har avvisats, nyast först',
  nothing: 'Inget har avvisats.',
  when: 'När',
  why: 'Varför',
  what: 'Vad som kom',
  from: 'Från',
  by: 'Avvisat av',
  count: 'Hur ofta',
  kinds: {
    unsigned: 'inte undertecknat av den som det nämner',
    unreadable: 'inte i överenskommen form',
    elsewhere: 'avsett för någon annan',
    outdated: 'inte längre aktuellt',
    contradiction: 'motsäger vad som sagts tidigare',
    nonsense: 'rätt undertecknat, men mot reglerna; besvarat med nej',
    other: 'av annat skäl',
  },
};
