import type { MoneyText } from '@passerelle/values';
import type { MemberId } from '../members/member.js';
import type { MissionId } from '../missions/mission.js';
import type { ActivityId } from './activity.js';
import type { GrantId } from './grant.js';

/** The subject is the grant. */
interface AboutGrant {
  readonly grant: GrantId;
  readonly giver: ActivityId;
  readonly receiver: ActivityId;
  readonly amount: MoneyText;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** So much of a mission's income shall not become wage; zero takes it back. The subject is the mission. */
    PartSetAside: { readonly mission: MissionId; readonly activity: ActivityId; readonly amount: MoneyText };
    /** Members share an activity. The subject is the activity, as below. */
    ActivityOpened: { readonly activity: ActivityId };
    /** She was asked to take part and has said yes. */
    ActivityJoined: { readonly activity: ActivityId; readonly member: MemberId };
    GrantAccepted: AboutGrant;
    GrantDeclined: AboutGrant;
    ActivityLeft: { readonly activity: ActivityId; readonly member: MemberId };
  }
}
