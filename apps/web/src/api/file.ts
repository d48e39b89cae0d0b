import { readLanguage } from '../app/language.js';
import { ApiProblem } from './problem.js';

/** Sends a file as it is. `Answer` is the body that the operation documents. */
export async function sendFile<Answer>(address: string, file: Blob, type: string): Promise<Answer> {
  const headers = { accept: 'application/json', 'accept-language': readLanguage(), 'content-type': type };
  const answer = await fetch(address, { method: 'POST', headers, body: file }).catch(() => {
    throw ApiProblem.offline();
  });
  if (!answer.ok) throw await ApiProblem.of(answer);
  return (await answer.json()) as Answer;
}
