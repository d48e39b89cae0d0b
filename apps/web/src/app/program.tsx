import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type JSX, type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from '../api/problem.js';
import '../styles/page.css';
import { Speaking } from './texts.js';

/** A refusal stays a refusal however often it is asked; only the network is worth another try. */
const queries = new QueryClient({
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
