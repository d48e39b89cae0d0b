import { type Work, managerOf } from '@passerelle/doors/at-rest';
import type { PauseDecision, Pauses } from './pauses.js';

/** Who is paused, in PostgreSQL, so that each replica and each start knows it. */
export class PausesStore {
  async decided(work: Work, { peer, action, reason }: PauseDecision): Promise<void> {
    await managerOf(work).query('insert into peer_pause (peer, action, reason) values ($1, $2, $3)', [
      peer,
      action,
      reason,
    ]);
  }

  async inForce(work: Work): Promise<Pauses> {
    const rows = await managerOf(work).query<Omit<PauseDecision, 'action'>[]>(
      `select peer, reason from (select distinct on (peer) * from peer_pause order by peer, id desc) last
       where action = 'pause'`,
    );
    return new Map(rows.map(({ peer, reason }) => [peer, reason]));
  }
}
