import { type JSX, Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Empty } from './app/loaded.js';
import { show } from './app/program.js';
import { useSession } from './app/session.js';
import { type Room, Shell } from './app/shell.js';
import { SignIn } from './app/sign-in.js';
import { SessionEnd, SignedIn } from './app/signed-in.js';
import { useTexts } from './app/texts.js';
import { nodeDoor } from './worker/door.js';
import { Simulate } from './worker/simulate.js';

const Home = lazy(async () => ({ default: (await import('./worker/home.js')).Home }));
const Missions = lazy(async () => ({ default: (await import('./worker/missions.js')).Missions }));
const Mission = lazy(async () => ({ default: (await import('./worker/mission.js')).Mission }));
const Payslips = lazy(async () => ({ default: (await import('./worker/payslips.js')).Payslips }));
const Payslip = lazy(async () => ({ default: (await import('./worker/payslip.js')).Payslip }));

const open: readonly Room[] = [{ to: '/simulate', name: 'web.simulate.title' }];
const worker: readonly Room[] = [
  { to: '/', name: 'web.home.title' },
  ...open,
  { to: '/missions', name: 'web.missions.title' },
  { to: '/payslips', name: 'web.payslips.title' },
];

const people = ['worker', 'adviser', 'payroll', 'finance'];

function NodePages(): JSX.Element {
  const { say } = useTexts();
  const session = useSession(nodeDoor);
  const mine = (screen: JSX.Element): JSX.Element => (
    <SignedIn door={nodeDoor} roles={people}>
      {() => screen}
    </SignedIn>
  );
  return (
    <Shell home="/" rooms={session ? worker : open} end={<SessionEnd door={nodeDoor} />}>
      <Suspense fallback={<p role="status">{say('web.loading')}</p>}>
        <Routes>
          <Route path="/" element={mine(<Home />)} />
          <Route path="/simulate" element={<Simulate />} />
          <Route path="/login" element={<SignIn door={nodeDoor} />} />
          <Route path="/missions" element={mine(<Missions />)} />
          <Route path="/missions/:id" element={mine(<Mission />)} />
          <Route path="/payslips" element={mine(<Payslips />)} />
          <Route path="/payslips/:id" element={mine(<Payslip />)} />
          <Route path="*" element={<Empty>{say('web.trouble.absent')}</Empty>} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

show(<NodePages />);
