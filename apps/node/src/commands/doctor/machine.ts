import { access, constants, statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type NodeConfig, zoneOf } from '../../config/node-settings.js';
import { type Finding, failure, fine, warning } from './finding.js';

const diskFree = { warn: 0.15, fail: 0.05 };

export async function zone(config: NodeConfig): Promise<readonly Finding[]> {
  return [
    fine('zone', `days begin in ${zoneOf(config)}, by the time zones of ${process.versions['tz'] ?? 'this system'}`),
  ];
}

/** Letters are laid into a folder, which is made when the first one is. */
export async function mail({ mailDir }: NodeConfig): Promise<readonly Finding[]> {
  for (let folder = resolve(mailDir); ; folder = dirname(folder)) {
    try {
      await access(folder, constants.W_OK);
      return [fine('mail', `letters are laid into ${mailDir}`)];
    } catch (error) {
      const isToBeMade = (error as { readonly code?: string }).code === 'ENOENT' && folder !== dirname(folder);
      if (!isToBeMade)
        return [failure('mail', `${mailDir} cannot be written`, 'give it to this user, or set PASSERELLE_MAIL_DIR')];
    }
  }
}

export async function disk(): Promise<readonly Finding[]> {
  const { bavail, blocks, bsize } = await statfs('.');
  const free = bavail / blocks;
  const says = `${Math.round(free * 100)} % free, ${Math.round((bavail * bsize) / 2 ** 30)} GiB`;
  if (free <= diskFree.fail) return [failure('disk', says, 'make room, or the node stops when it is full')];
  return free <= diskFree.warn ? [warning('disk', says, 'make room soon')] : [fine('disk', says)];
}
