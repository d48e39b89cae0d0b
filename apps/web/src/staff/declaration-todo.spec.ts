import { todoOf } from './declaration-todo.js';

const declaration = { state: 'prepared', awaitsAnswer: false, missing: [], wrong: [], differences: 0 } as const;
const todo = (part: Partial<Parameters<typeof todoOf>[0]>): string => {
  const [key, values] = todoOf({ ...declaration, ...part });
  return `${key.replace('desk.declarations.todo.', '')} ${String(values?.count ?? '')}`.trim();
};

describe('what is to do with a declaration', () => {
  it('is first what nobody has said, then what is badly written, then to hand it in', () => {
    expect(todo({ missing: ['a', 'b'], wrong: ['c'] })).toBe('say 2');
    expect(todo({ wrong: ['c'] })).toBe('correct 1');
    expect(todo({})).toBe('send');
    expect(todo({ state: 'refused' })).toBe('refused');
  });

  it('is the answer of the authority where it has it, late or not', () => {
    expect(todo({ state: 'late', awaitsAnswer: true, missing: [] })).toBe('wait');
    expect(todo({ state: 'late' })).toBe('send');
  });

  it('is nothing once it is accepted, unless the authority states something else', () => {
    expect(todo({ state: 'accepted' })).toBe('nothing');
    expect(todo({ state: 'accepted', differences: 1 })).toBe('compare 1');
  });
});
