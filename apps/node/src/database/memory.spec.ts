import { MemoryDatabase, memoryOf } from './memory.js';

const notes = (): { written: string[]; write: (text: string, work: Parameters<typeof memoryOf>[0]) => void } => {
  const written: string[] = [];
  return {
    written,
    write: (text, work) => {
      written.push(text);
      memoryOf(work).onRollback(() => written.pop());
    },
  };
};

describe('a database in memory', () => {
  it('keeps what a transaction did when it resolves', async () => {
    const { written, write } = notes();
    expect(await new MemoryDatabase().transact(async (work) => write('one', work))).toBeUndefined();
    expect(written).toEqual(['one']);
  });

  it('takes back what a transaction did when it rejects, and goes on with the next one', async () => {
    const { written, write } = notes();
    const database = new MemoryDatabase();
    const failing = database.transact(async (work) => {
      write('one', work);
      write('two', work);
      throw new Error('no');
    });
    const next = database.transact(async (work) => write('three', work));
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(written).toEqual(['three']);
  });

  it('runs transactions one after the other', async () => {
    const steps: string[] = [];
    const database = new MemoryDatabase();
    const slow = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      steps.push(`${name} ends`);
    };
    await Promise.all([database.transact(slow('first')), database.transact(slow('second'))]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('does on commit only what was committed', async () => {
    const done: string[] = [];
    const database = new MemoryDatabase();
    await database.transact(async (work) => memoryOf(work).onCommit(() => done.push('kept')));
    const failing = database.transact(async (work) => {
      memoryOf(work).onCommit(() => done.push('lost'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(done).toEqual(['kept']);
  });
});
