import { type JSX, type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: string;
  /** The one sentence that answers the screen's question; nothing while there is none. */
  readonly answer?: ReactNode;
  readonly children?: ReactNode;
}

/** A screen: its heading, its answer, then the detail. */
export function Page({ title, answer, children }: PageProps): JSX.Element {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Passerelle`;
    return () => void (document.title = before);
  }, [title]);
  return (
    <>
      <header>
        <h1 tabIndex={-1}>{title}</h1>
        {Boolean(answer) && <p>{answer}</p>}
      </header>
      {children}
    </>
  );
}
