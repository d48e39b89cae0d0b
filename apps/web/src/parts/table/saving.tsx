import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { type JSX, useState } from 'react';
import { Trouble } from '../../app/loaded.js';
import { useTexts } from '../../app/texts.js';
import type { Column } from './column.js';
import { csvOf } from './csv.js';
import { saveText } from './save-text.js';

/** All rows of a list of which only the newest are here. */
export interface Whole<Row> {
  readonly key: QueryKey;
  readonly ask: () => Promise<readonly Row[]>;
}

interface SavingProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: (ask: (whole: Whole<Row>) => Promise<readonly Row[]>) => Promise<readonly Row[]>;
}

/** The same rows for a program that computes. */
export function Saving<Row>({ name, columns, rows }: SavingProps<Row>): JSX.Element {
  const { say } = useTexts();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [isAsking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    setProblem(undefined);
    setAsking(true);
    try {
      const chosen = await rows(({ key, ask }) => queries.query({ queryKey: key, queryFn: ask }));
      saveText(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(columns, chosen));
    } catch (error) {
      setProblem(error);
    } finally {
      setAsking(false);
    }
  };
  return (
    <>
      {problem !== undefined && <Trouble problem={problem} />}
      <button
        type="button"
        className="link save"
        aria-disabled={isAsking}
        data-testid="csv"
        onClick={() => isAsking || void save()}
      >
        {say(isAsking ? 'web.working' : 'web.table.save')}
      </button>
    </>
  );
}
