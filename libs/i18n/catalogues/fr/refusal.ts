import type { Catalogue } from '../en/index.js';

export const refusal: Catalogue['refusal'] = {
  caption: 'Ce qui a été refusé, le plus récent d’abord',
  nothing: 'Rien n’a été refusé.',
  when: 'Quand',
  why: 'Pourquoi',
  what: 'Ce qui est arrivé',
  from: 'De',
  by: 'Refusé par',
  count: 'Combien de fois',
  kinds: {
    unsigned: 'pas signé par celui qu’il nomme',
    unreadable: 'pas dans la forme convenue',
    elsewhere: 'destiné à quelqu’un d’autre',
    outdated: 'plus d’actualité',
    contradiction: 'contredit ce qui a été dit avant',
    nonsense: 'bien signé, mais contraire aux règles ; la réponse est non',
    other: 'pour une autre raison',
  },
};
