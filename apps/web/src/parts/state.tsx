import type { JSX, ReactNode } from 'react';

export type Tone = 'neutral' | 'info' | 'ok' | 'attention' | 'problem';

/** Each tone has a shape of its own, so that colour never carries the meaning alone. */
const shapes: Readonly<Record<Tone, string>> = {
  neutral: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  info: 'M8 1l7 7-7 7-7-7z',
  ok: 'M1 8.5l2.5-2.5L6.5 9l6-6L15 5.5 6.5 14z',
  attention: 'M8 1l7.5 14H.5z',
  problem: 'M3 1h10l2 2v10l-2 2H3l-2-2V3z',
};

/** A state: shape, word and colour. */
export const State = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }): JSX.Element => (
  <span className="state" data-tone={tone}>
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={shapes[tone]}
        fill={tone === 'neutral' ? 'none' : 'currentColor'}
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
    <span>{children}</span>
  </span>
);
