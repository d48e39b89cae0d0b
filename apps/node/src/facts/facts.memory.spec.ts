import { MemoryDatabase } from '../database/memory.js';
import { MemoryFactsStore } from './facts.memory.js';
import { describeFactsStore } from './testing/facts-store.js';

const noon = new Date('2026-03-24T12:00:00Z');

describeFactsStore(async () => ({
  database: new MemoryDatabase(),
  store: new MemoryFactsStore(() => noon),
  close: async () => {},
}));
