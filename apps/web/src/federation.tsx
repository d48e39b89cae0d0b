import { type JSX, Suspense, lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Empty } from './app/loaded.js';
import { show } from './app/program.js';
import { factorAddress } from './app/second-factor-address.js';
import { useSession } from './app/session.js';
import { type Room, Shell } from './app/shell.js';
import { SessionEnd, SignedIn } from './app/signed-in.js';
import { InWords, useTexts } from './app/texts.js';
import { federationDoor } from './federation/door.js';
import { LiveConsole } from './federation/live.js';

const FederationAccessibility = lazy(async () => ({
  default: (await import('./about/accessibility.js')).FederationAccessibility,
}));
const FederationStatus = lazy(async () => ({ default: (await import('./about/status.js')).FederationStatus }));
const SignIn = lazy(async () => ({ default: (await import('./app/sign-in.js')).SignIn }));
const SecondFactor = lazy(async () => ({ default: (await import('./app/second-factor.js')).SecondFactor }));
const Nodes = lazy(async () => ({ default: (await import('./federation/nodes.js')).Nodes }));
const Positions = lazy(async () => ({ default: (await import('./federation/positions.js')).Positions }));
const Cycles = lazy(async () => ({ default: (await import('./federation/cycles.js')).Cycles }));
const Cycle = lazy(async () => ({ default: (await import('./federation/cycle.js')).Cycle }));
const Stuck = lazy(async () => ({ default: (await import('./federation/stuck.js')).Stuck }));
const Ageing = lazy(async () => ({ default: (await import('./federation/ageing.js')).Ageing }));
const FederationTrail = lazy(async () => ({
  default: (await import('./federation/trail.js')).FederationTrail,
}));
const FederationKeys = lazy(async () => ({ default: (await import('./federation/keys.js')).FederationKeys }));
const Alarms = lazy(async () => ({ default: (await import('./federation/alarms.js')).Alarms }));

const home = '/federation';

const rooms: readonly Room[] = [
  { to: home, name: 'web.rooms.nodes' },
  { to: '/federation/positions', name: 'web.rooms.positions' },
  { to: '/federation/cycles', name: 'web.rooms.cycles' },
  { to: '/federation/stuck', name: 'web.rooms.stuck' },
  { to: '/federation/ageing', name: 'web.rooms.ageing' },
  { to: '/federation/alarms', name: 'web.rooms.alarms' },
  { to: '/federation/keys', name: 'web.rooms.keys' },
  { to: '/federation/trail', name: 'web.rooms.trail' },
];

const foot: readonly Room[] = [
  { to: '/status', name: 'web.foot.status' },
  { to: '/accessibility', name: 'web.foot.accessibility' },
  { to: '/api/docs', name: 'web.foot.api', isElsewhere: true },
];

/** What federation staff see: nodes, links and sums, and never a person. */
function FederationPages(): JSX.Element {
  const { say } = useTexts();
  const session = useSession(federationDoor);
  return (
    <Shell home={home} rooms={session ? rooms : []} end={<SessionEnd door={federationDoor} />} foot={foot}>
      <Suspense fallback={<p role="status">{say('web.loading')}</p>}>
        <Routes>
          <Route path="/login" element={<SignIn door={federationDoor} home={home} />} />
          <Route
            path={factorAddress}
            element={
              <SignedIn door={federationDoor}>{(who) => <SecondFactor door={federationDoor} session={who} />}</SignedIn>
            }
          />
          <Route
            path="/federation/*"
            element={
              <SignedIn door={federationDoor} roles={['fedadmin']}>
                {() => (
                  <InWords of="federation">
                    <LiveConsole>
                      <Console />
                    </LiveConsole>
                  </InWords>
                )}
              </SignedIn>
            }
          />
          <Route path="/status" element={<FederationStatus />} />
          <Route path="/accessibility" element={<FederationAccessibility />} />
          <Route path="*" element={<Navigate to={home} replace />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

function Console(): JSX.Element {
  const { say } = useTexts();
  return (
    <Routes>
      <Route index element={<Nodes />} />
      <Route path="positions" element={<Positions />} />
      <Route path="cycles" element={<Cycles />} />
      <Route path="cycles/:id" element={<Cycle />} />
      <Route path="stuck" element={<Stuck />} />
      <Route path="ageing" element={<Ageing />} />
      <Route
        path="alarms"
        element={
          <InWords of="own">
            <Alarms />
          </InWords>
        }
      />
      <Route path="keys" element={<FederationKeys />} />
      <Route path="trail" element={<FederationTrail />} />
      <Route path="*" element={<Empty>{say('web.trouble.absent')}</Empty>} />
    </Routes>
  );
}

show(<FederationPages />);
