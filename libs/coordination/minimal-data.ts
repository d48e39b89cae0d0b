/** Why a host node may be told more than the mission needs: it has a legal duty of its own. */
export const hostDuties = ['site-access', 'host-withholding'] as const;

export type HostDuty = (typeof hostDuties)[number];
