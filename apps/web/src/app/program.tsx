import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type JSX, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from '../api/problem.js';
import '../styles/page.css';
import { sessionKey } from './session.js';
import { Speaking } from './texts.js';

/** A session may end while a screen is open: whoever is told so signs in, and comes back to where she was. */
const noticeSignedOut = {
  onError: (problem: unknown): void => {
    if (problem instanceof ApiProblem && problem.isSignedOut) void queries.invalidateQueries({ queryKey: sessionKey });
  },
};

/** A refusal stays a refusal however often it is asked; only the network is worth another try. */
const queries = new QueryClient({
  queryCache: new QueryCache(noticeSignedOut),
  mutationCache: new MutationCache(noticeSignedOut),
  defaultOptions: {
    queries: {
      retry: (count, problem) => count < 2 && problem instanceof ApiProblem && problem.status >= 500,
      staleTime: 5_000,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

export function show(program: ReactNode): void {
  createRoot(document.getElementById('root')!).render(<StrictMode>{around(program)}</StrictMode>);
}

const around = (program: ReactNode): JSX.Element => (
  <QueryClientProvider client={queries}>
    <BrowserRouter>
      <Speaking>{program}</Speaking>
    </BrowserRouter>
  </QueryClientProvider>
);
