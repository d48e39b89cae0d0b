import { publicId, type Work } from '@passerelle/doors';
import type { InboxItem } from '../inbox/inbox-item.js';
import { InboxSource } from '../inbox/inbox-source.js';
import type { Members } from '../members/members.service.js';
import { nameOf } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { GuaranteeStore } from './guarantee.store.js';
import type { FundAlarm } from './wage.js';

/** Wages for which the fund fell short, until that is made good. */
export class FundAlarms extends InboxSource {
  override readonly kinds = ['fund-alarm'] as const;

  constructor(
    private readonly store: GuaranteeStore,
    private readonly missions: Missions,
    private readonly members: Members,
  ) {
    super();
  }

  override async waiting(work: Work): Promise<readonly InboxItem[]> {
    const alarms = await this.store.alarms(work, { open: true, limit: null });
    const missions = await this.missions.several(
      work,
      alarms.flatMap(({ wage }) => wage.mission ?? []),
    );
    const members = await this.members.several(
      work,
      alarms.flatMap(({ wage }) => (wage.mission === null ? [wage.member] : [])),
    );
    const names = new Map<string, string>([
      ...missions.map((mission) => [mission.id, nameOf(mission)] as const),
      ...members.map(({ id, name }) => [id, name] as const),
    ]);
    return alarms.map((alarm) => itemOf(alarm, names.get(alarm.wage.mission ?? alarm.wage.member) ?? ''));
  }
}

const itemOf = ({ wage, payment: { paidOn }, open }: FundAlarm, about: string): InboxItem => ({
  kind: 'fund-alarm',
  id: publicId('slip', wage.payslip),
  about,
  count: null,
  why: null,
  since: paidOn,
  deadline: paidOn,
  amount: open,
  page: '/staff/guarantee',
});
