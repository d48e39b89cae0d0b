import type { LinkId } from './confirmation-link.js';
import type { MissionId } from './mission.js';

/** Every fact of a mission names it; the rest is read from the mission itself. */
interface AboutMission {
  readonly mission: MissionId;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    MissionRegistered: AboutMission;
    MissionSubmitted: AboutMission;
    MissionOffered: AboutMission & { readonly version: number };
    /** Both branches have signed, or the branch alone decided. */
    MissionAgreed: AboutMission & { readonly terms: string };
    MissionRefused: AboutMission & { readonly by: string };
    /** The worker has to change it and send it again: the branch, a client or the partner asks for it. */
    MissionSentBack: AboutMission & { readonly by: string };
    /** The client was sent a link to the order. */
    ClientAsked: AboutMission & { readonly link: LinkId };
    /** The client said yes; what is left are the formalities. */
    ClientConfirmed: AboutMission;
    /** All formalities are done or answered for: the work may begin. */
    MissionStarted: AboutMission;
    /** At home: the worker has done so many days. Known again after a restore, she may have been paid for them before. */
    MissionCompleted: AboutMission & { readonly days: number; readonly isGivenBack?: true };
    /** At the host: the home branch reported so many days, in the message with this hash. */
    MissionReported: AboutMission & { readonly days: number; readonly report: string };
    /** At the host: it stands by the report and owes what follows from it. */
    MissionApproved: AboutMission;
    MissionCancelled: AboutMission;
  }
}
