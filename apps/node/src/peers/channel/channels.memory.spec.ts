import { MemoryDatabase } from '../../database/memory.js';
import { MemoryChannelStore } from './channels.memory.js';
import { describeChannelStore } from '../testing/channel-store.js';

let nowMs = Date.parse('2026-03-24T09:00:00Z');

describeChannelStore(async () => ({
  database: new MemoryDatabase(),
  store: new MemoryChannelStore(() => new Date(nowMs)),
  age: async (seconds) => void (nowMs += seconds * 1000),
  close: async () => {},
}));
