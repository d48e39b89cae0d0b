import { managerOf } from '@passerelle/doors/at-rest';
import { productVersion } from '@passerelle/doors/config';
import { BackupRunsStore } from '../backups/backup-runs.store.js';
import { exit, type Run } from './command.js';
import { withCurrentSchema } from './node-at-rest.js';
import { configIn } from './settings-at-rest.js';
import { askLinks } from './peer-links.service.js';

export const status: Run = async ({ env }) => {
  const config = configIn(env);
  const { links, cycle, behind, backup } = await withCurrentSchema(config, async (database) => {
    const manager = managerOf(database.reading);
    const [newest] = await manager.query<{ id: string; status: string }[]>(
      'select id, status from cycle order by id desc limit 1',
    );
    const [followers] = await manager.query<{ behind: string }[]>(
      `select coalesce(max((select count(*) from fact where position > follower.upto)), 0) as behind from follower`,
    );
    const backup = await new BackupRunsStore().lastOf(database.reading, 'made');
    const links = await askLinks(database, config);
    return { links, cycle: newest ?? null, behind: Number(followers!.behind), backup };
  });
  const lines = [
    `node ${config.node} · ${productVersion()} · ${new Date().toISOString().slice(0, 16)}Z`,
    cycle ? `cycle ${cycle.id}: ${cycle.status}` : 'no cycle yet',
    `${behind} facts since the slowest follower`,
    backup ? `last backup ${backup.toISOString().slice(0, 16)}Z` : 'no backup yet',
    ...links.map(
      ({ peer, status: state, confirmed, said, waiting }) =>
        `peer ${peer}: ${state}, confirmed ${confirmed} of ${said}, waiting ${waiting}`,
    ),
  ];
  return {
    code: exit.ok,
    lines,
    json: { node: config.node, version: productVersion(), cycle, backup, behind, links },
  };
};
