import type { Session } from './session.js';
import type { Room } from './shell.js';

interface StaffRoom extends Room {
  /** Whom the API answers there. */
  readonly roles: readonly string[];
}

const openRooms: readonly Room[] = [{ to: '/simulate', name: 'web.simulate.title' }];

const workerRooms: readonly Room[] = [
  { to: '/', name: 'web.home.title' },
  ...openRooms,
  { to: '/missions', name: 'web.missions.title' },
  { to: '/payslips', name: 'web.payslips.title' },
  { to: '/expenses', name: 'web.rooms.expenses' },
  { to: '/budget', name: 'web.rooms.budget' },
  { to: '/documents', name: 'web.rooms.documents' },
  { to: '/notifications', name: 'web.rooms.notifications' },
];

/** What is told to anybody. */
export const openPages: readonly Room[] = [
  { to: '/status', name: 'web.foot.status' },
  { to: '/accessibility', name: 'web.foot.accessibility' },
  { to: '/api/docs', name: 'web.foot.api', isElsewhere: true },
];

/** Who answers for what others saw and did. */
export const trailRoles = ['sysadmin', 'auditor'];

const staffRooms: readonly StaffRoom[] = [
  { to: '/staff/inbox', name: 'web.rooms.inbox', roles: ['adviser', 'payroll', 'finance'] },
  { to: '/missions', name: 'web.rooms.missions', roles: ['adviser', 'payroll', 'finance'] },
  { to: '/staff/bank', name: 'web.rooms.bank', roles: ['finance'] },
  { to: '/staff/payouts', name: 'web.rooms.payouts', roles: ['payroll', 'finance'] },
  { to: '/staff/recovery', name: 'web.rooms.recovery', roles: ['finance'] },
  { to: '/staff/payroll', name: 'web.rooms.payroll', roles: ['payroll', 'finance'] },
  { to: '/staff/declarations', name: 'web.rooms.declarations', roles: ['payroll'] },
  { to: '/staff/guarantee', name: 'web.rooms.fund', roles: ['adviser', 'payroll', 'finance'] },
  { to: '/staff/people', name: 'web.rooms.people', roles: ['adviser', 'payroll'] },
  { to: '/staff/clients', name: 'web.rooms.clients', roles: ['adviser', 'finance'] },
  { to: '/staff/partners', name: 'web.rooms.partners', roles: ['adviser', 'finance'] },
  { to: '/staff/policies', name: 'web.rooms.policies', roles: ['adviser', 'payroll', 'finance'] },
  { to: '/staff/rules', name: 'web.rooms.law', roles: ['adviser', 'payroll', 'finance'] },
  { to: '/system', name: 'web.rooms.system', roles: ['sysadmin'] },
  // Whoever only looks after the machine begins there.
  { to: '/staff/inbox', name: 'web.rooms.inbox', roles: ['sysadmin'] },
  { to: '/system/keys', name: 'web.rooms.keys', roles: ['sysadmin'] },
  { to: '/staff/trail', name: 'web.rooms.trail', roles: trailRoles },
];

export const staffRoles = ['adviser', 'payroll', 'finance'];

/** What somebody finds in the bar: a worker her own things, staff what their roles decide. */
export function roomsOf(session: Session | null | undefined): readonly Room[] {
  if (!session) return openRooms;
  const own = session.roles.includes('worker') ? workerRooms : [];
  const rooms = [...own, ...staffRooms.filter(({ roles }) => may(session, roles))];
  return rooms.filter(({ to }, at) => rooms.findIndex((room) => room.to === to) === at);
}

const may = ({ roles }: Session, needed: readonly string[]): boolean => roles.some((role) => needed.includes(role));
