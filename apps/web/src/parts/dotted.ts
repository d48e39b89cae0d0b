import { Fragment, type ReactNode, createElement } from 'react';

/** What there is of them, with a dot between each two. */
export const dotted = (...parts: readonly ReactNode[]): ReactNode =>
  parts.filter(Boolean).map((part, at) => createElement(Fragment, { key: at }, at === 0 ? '' : ' · ', part));
