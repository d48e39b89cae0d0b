import { type JSX, Suspense, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Empty } from './app/loaded.js';
import { show } from './app/program.js';
import { passwordAddress } from './app/password-address.js';
import { factorAddress } from './app/second-factor-address.js';
import { openPages, roomsOf, staffRoles, trailRoles } from './app/rooms.js';
import { type Session, useSession } from './app/session.js';
import { Shell } from './app/shell.js';
import { SessionEnd, SignedIn } from './app/signed-in.js';
import { InWords, useTexts } from './app/texts.js';
import { nodeDoor } from './worker/door.js';

const loadSimulate = async () => ({ default: (await import('./worker/simulate.js')).Simulate });
/** Whoever comes for the simulator, often without an account, has it on its way while her language still is. */
const simulateAtOnce = location.pathname === '/simulate' ? loadSimulate() : undefined;
const Simulate = lazy(() => simulateAtOnce ?? loadSimulate());

const Home = lazy(async () => ({ default: (await import('./worker/home/home.js')).Home }));
const Missions = lazy(async () => ({ default: (await import('./worker/missions.js')).Missions }));
const Mission = lazy(async () => ({ default: (await import('./worker/mission.js')).Mission }));
const Payslips = lazy(async () => ({ default: (await import('./worker/payslip/payslips.js')).Payslips }));
const Payslip = lazy(async () => ({ default: (await import('./worker/payslip/payslip.js')).Payslip }));

const Expenses = lazy(async () => ({ default: (await import('./worker/expenses/expenses.js')).Expenses }));
const OneExpense = lazy(async () => ({ default: (await import('./worker/expenses/expense.js')).OneExpense }));
const Budgets = lazy(async () => ({ default: (await import('./worker/budget/budget.js')).Budgets }));
const Documents = lazy(async () => ({ default: (await import('./worker/documents/documents.js')).Documents }));
const MyData = lazy(async () => ({ default: (await import('./worker/data.js')).MyData }));

const Notifications = lazy(async () => ({
  default: (await import('./worker/notifications/notifications.js')).Notifications,
}));
const Wishes = lazy(async () => ({ default: (await import('./worker/notifications/wishes.js')).Wishes }));

const Request = lazy(async () => ({ default: (await import('./worker/request/request.js')).Request }));

const SignIn = lazy(async () => ({ default: (await import('./app/sign-in.js')).SignIn }));
const Password = lazy(async () => ({ default: (await import('./app/password.js')).Password }));
const SecondFactor = lazy(async () => ({ default: (await import('./app/second-factor.js')).SecondFactor }));

const Desk = lazy(async () => ({ default: (await import('./staff/desk.js')).Desk }));

const NodeTrail = lazy(async () => ({ default: (await import('./staff/trail.js')).NodeTrail }));

const StatusPage = lazy(async () => ({ default: (await import('./about/status.js')).StatusPage }));
const AccessibilityPage = lazy(async () => ({
  default: (await import('./about/accessibility.js')).AccessibilityPage,
}));
const SystemPage = lazy(async () => ({ default: (await import('./about/system.js')).SystemPage }));

const NodeKeys = lazy(async () => ({ default: (await import('./about/keys.js')).NodeKeys }));

const people = ['worker', ...staffRoles];

function NodePages(): JSX.Element {
  const { say } = useTexts();
  const session = useSession(nodeDoor);
  const mine = (screen: (session: Session) => JSX.Element): JSX.Element => (
    <SignedIn door={nodeDoor} roles={people}>
      {screen}
    </SignedIn>
  );
  const factor = <SignedIn door={nodeDoor}>{(who) => <SecondFactor door={nodeDoor} session={who} />}</SignedIn>;
  const home = (
    <SignedIn door={nodeDoor} roles={[...people, ...trailRoles]}>
      {(who) => (who.roles.includes('worker') ? <Home session={who} /> : <Navigate to={roomsOf(who)[0]!.to} replace />)}
    </SignedIn>
  );
  const trail = (
    <SignedIn door={nodeDoor} roles={trailRoles}>
      {() => <NodeTrail />}
    </SignedIn>
  );
  /** What only a worker has, each with its texts. */
  const hers = (screen: (session: Session) => JSX.Element): JSX.Element => (
    <SignedIn door={nodeDoor} roles={['worker']}>
      {(who) => (
        <InWords of="own">
          <InWords of="mine">{screen(who)}</InWords>
        </InWords>
      )}
    </SignedIn>
  );
  const desk = (
    <SignedIn door={nodeDoor} roles={[...staffRoles, 'sysadmin']}>
      {(who) => <Desk session={who} />}
    </SignedIn>
  );
  return (
    <Shell home="/" rooms={roomsOf(session)} end={<SessionEnd door={nodeDoor} />} foot={openPages}>
      <Suspense fallback={<p role="status">{say('web.loading')}</p>}>
        <Routes>
          <Route path="/" element={home} />
          <Route path="/simulate" element={<Simulate />} />
          <Route path="/login" element={<SignIn door={nodeDoor} />} />
          <Route path={passwordAddress} element={<Password door={nodeDoor.passwordLinks!} />} />
          <Route
            path="/missions"
            element={mine((who) => (
              <Missions session={who} />
            ))}
          />
          <Route
            path="/missions/new"
            element={hers((who) => (
              <Request session={who} />
            ))}
          />
          <Route
            path="/missions/:id/change"
            element={hers((who) => (
              <Request session={who} />
            ))}
          />
          <Route
            path="/missions/:id"
            element={mine((who) => (
              <Mission session={who} />
            ))}
          />
          <Route
            path="/payslips"
            element={mine(() => (
              <Payslips />
            ))}
          />
          <Route
            path="/payslips/:id"
            element={mine(() => (
              <Payslip />
            ))}
          />
          <Route path={factorAddress} element={factor} />
          <Route
            path="/expenses"
            element={hers(() => (
              <Expenses />
            ))}
          />
          <Route
            path="/expenses/:id"
            element={hers(() => (
              <OneExpense />
            ))}
          />
          <Route
            path="/budget"
            element={hers((who) => (
              <Budgets session={who} />
            ))}
          />
          <Route
            path="/documents"
            element={hers(() => (
              <Documents />
            ))}
          />
          <Route
            path="/me/data"
            element={hers((who) => (
              <MyData session={who} />
            ))}
          />
          <Route
            path="/notifications"
            element={hers((who) => (
              <Notifications session={who} />
            ))}
          />
          <Route
            path="/me/notifications"
            element={hers((who) => (
              <Wishes session={who} />
            ))}
          />
          <Route path="/status" element={<StatusPage />} />
          <Route path="/accessibility" element={<AccessibilityPage />} />
          <Route
            path="/system"
            element={
              <SignedIn door={nodeDoor} roles={['sysadmin']}>
                {() => <SystemPage />}
              </SignedIn>
            }
          />
          <Route
            path="/system/keys"
            element={
              <SignedIn door={nodeDoor} roles={['sysadmin']}>
                {() => <NodeKeys />}
              </SignedIn>
            }
          />
          <Route path="/staff/trail" element={trail} />
          <Route path="/staff/*" element={desk} />
          <Route path="*" element={<Empty>{say('web.trouble.absent')}</Empty>} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

show(<NodePages />);
